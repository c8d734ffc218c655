import { command } from "#database";
import type { Delivery } from "#mail";
import type { Language } from "#public";
import type { MessageKind } from "./tables.ts";
import { newToken } from "./token.ts";
import { WAITING_MICROS } from "./waiting-time.ts";

/** A message that this process has taken to send. Instants in microseconds; tokens exist only here and in the mail. */
export type Claimed = {
  readonly message: string;
  readonly kind: MessageKind;
  readonly bulletin: string | null;
  readonly address: string;
  readonly language: Language;
  readonly policyVersion: string;
  readonly askedAt: number;
  readonly confirmedAt: number | null;
  readonly leaveToken: string;
  readonly confirmToken: string | null;
  readonly confirmUntil: number;
};

/** Waits between attempts, in seconds; after the last one a message is dead, with the reason. */
const BACKOFF_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200];

/*
 * Delivery is at least once. A message is claimed before it is sent and becomes `sent` only after the server's 250; a
 * process that is killed in between leaves it `sending`, and the next start sends it again. It bears the same
 * Message-ID then, so that the reader's server sees one message. The other order would lose bulletins silently.
 */

/** Takes the next message that is due, with fresh tokens for its links. */
export const claimMessage = command(
  "subscribers",
  "claimMessage",
  async (tx, _input: null, context): Promise<Claimed | undefined> => {
    const now = context.clock.now() * 1000;
    const due = await tx
      .selectFrom("outbox")
      .innerJoin("subscribers", "subscribers.subscriber", "outbox.subscriber")
      .selectAll("subscribers")
      .select(["outbox.message", "outbox.kind", "outbox.bulletin"])
      .where("outbox.state", "=", "queued")
      .where("outbox.next_at", "<=", now)
      .orderBy("outbox.next_at")
      .executeTakeFirst();
    if (!due) return undefined;
    await tx
      .updateTable("outbox")
      .set((set) => ({ state: "sending", attempts: set("attempts", "+", 1) }))
      .where("message", "=", due.message)
      .execute();
    const confirmUntil = due.asked_at + WAITING_MICROS;
    const link = async (purpose: "confirm" | "leave", expires: number | null) => {
      const { token, tokenHash: token_hash } = newToken(context.random);
      await tx.insertInto("links").values({ token_hash, subscriber: due.subscriber, purpose, expires }).execute();
      return token;
    };
    return {
      message: due.message,
      kind: due.kind,
      bulletin: due.bulletin,
      address: due.address,
      language: due.language,
      policyVersion: due.policy_version,
      askedAt: due.asked_at,
      confirmedAt: due.confirmed_at,
      leaveToken: await link("leave", null),
      confirmToken: due.kind === "confirm" ? await link("confirm", confirmUntil) : null,
      confirmUntil,
    };
  },
);

/** What came of a claimed message: delivered, to be tried again later, or dead. */
export const recordDelivery = command(
  "subscribers",
  "recordDelivery",
  async (tx, { message, delivery }: { message: string; delivery: Delivery }, context): Promise<void> => {
    const now = context.clock.now() * 1000;
    const row = await tx.selectFrom("outbox").selectAll().where("message", "=", message).executeTakeFirst();
    // Who left while it was on its way has no row any more.
    if (row?.state !== "sending") return;
    const update = tx.updateTable("outbox").where("message", "=", message);
    context.changed("newsletter", message);
    if (delivery.accepted) {
      await update.set({ state: "sent", sent_at: now, reason: null }).execute();
      if (row.bulletin === null) return;
      await tx
        .updateTable("bulletins")
        .set((set) => ({ delivered: set("delivered", "+", 1) }))
        .where("bulletin", "=", row.bulletin)
        .execute();
      return;
    }
    const { permanent, reason } = delivery;
    const wait = BACKOFF_SECONDS[row.attempts - 1];
    const changes =
      permanent || wait === undefined
        ? ({ state: "dead", reason } as const)
        : ({ state: "queued", next_at: now + wait * 1_000_000, reason } as const);
    await update.set(changes).execute();
  },
);

/** At a start: what an earlier process had claimed and not finished is sent again. */
export const requeueUnfinished = command("subscribers", "requeueUnfinished", async (tx, _input: null) => {
  await tx.updateTable("outbox").set({ state: "queued" }).where("state", "=", "sending").execute();
});
