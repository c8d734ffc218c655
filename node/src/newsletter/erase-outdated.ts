import { command } from "#database";
import { WAITING_MICROS } from "./waiting-time.ts";
import "./tables.ts";

const RECEIPT_MICROS = 3 * 366 * 86_400_000_000;

/** What the privacy policy promises: unconfirmed addresses go after 48 hours, receipts three years after the end. */
export const eraseOutdated = command("subscribers", "eraseOutdated", async (tx, _input: null, context) => {
  const now = context.clock.now() * 1000;
  await tx
    .deleteFrom("subscribers")
    .where("state", "=", "waiting")
    .where("asked_at", "<", now - WAITING_MICROS)
    .execute();
  await tx
    .deleteFrom("receipts")
    .where("ended_at", "<", now - RECEIPT_MICROS)
    .execute();
  await tx.deleteFrom("links").where("expires", "<", now).execute();
});
