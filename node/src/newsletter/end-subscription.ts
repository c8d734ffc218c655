import { command } from "#database";
import { hashOf } from "./token.ts";
import "./tables.ts";

/**
 * Ends a subscription at once: the address is erased, and with it every message that still waits. What remains of a
 * confirmed one is its receipt. A token that nobody holds any more ends nothing, and is answered alike.
 */
export const endSubscription = command(
  "subscribers",
  "endSubscription",
  async (tx, { token, addressHash }: { token: string; addressHash: string | null }, context): Promise<void> => {
    const now = context.clock.now() * 1000;
    const held = await tx
      .selectFrom("links")
      .innerJoin("subscribers", "subscribers.subscriber", "links.subscriber")
      .selectAll("subscribers")
      .where("links.token_hash", "=", hashOf(token))
      .where("links.purpose", "=", "leave")
      .executeTakeFirst();
    if (!held) return;
    if (held.confirmed_at !== null && addressHash !== null) {
      const { language, policy_version, text_digest, asked_at, confirmed_at } = held;
      await tx
        .insertInto("receipts")
        .values({
          receipt: context.random.uuid(),
          address_hash: addressHash,
          language,
          policy_version,
          text_digest,
          asked_at,
          confirmed_at,
          ended_at: now,
        })
        .execute();
    }
    await tx.deleteFrom("subscribers").where("subscriber", "=", held.subscriber).execute();
    context.changed("newsletter", held.subscriber);
  },
);
