import { command } from "#database";
import type { Language } from "#public";
import { hashOf } from "./token.ts";
import "./tables.ts";

export type Confirmed = {
  readonly language: Language;
  readonly policyVersion: string;
  /** Microseconds. */
  readonly confirmedAt: number;
};

/**
 * The button behind the link: subscribes, and writes the consent receipt. The link stays good until it expires, so that
 * a second press says the same. undefined for a link that is none, or none any more.
 */
export const confirmSubscription = command(
  "subscribers",
  "confirmSubscription",
  async (tx, { token }: { token: string }, context): Promise<Confirmed | undefined> => {
    const now = context.clock.now() * 1000;
    const held = await tx
      .selectFrom("links")
      .innerJoin("subscribers", "subscribers.subscriber", "links.subscriber")
      .selectAll("subscribers")
      .where("links.token_hash", "=", hashOf(token))
      .where("links.purpose", "=", "confirm")
      .where("links.expires", ">", now)
      .executeTakeFirst();
    if (!held) return undefined;
    const { subscriber, language, policy_version: policyVersion } = held;
    if (held.confirmed_at !== null) return { language, policyVersion, confirmedAt: held.confirmed_at };
    await tx
      .updateTable("subscribers")
      .set({ state: "confirmed", confirmed_at: now })
      .where("subscriber", "=", subscriber)
      .execute();
    context.changed("newsletter", subscriber);
    return { language, policyVersion, confirmedAt: now };
  },
);
