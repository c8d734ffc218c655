import { command } from "#database";
import type { ErrorCode } from "#kernel/errors";
import "./tables.ts";

export type Contact = {
  readonly party: string;
  /** Microseconds; null: it did not come about. */
  readonly at: number | null;
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
};

/** Keeps how the last pull went: what the link shows, and the alarm that stays until it is cured. */
export const noteContact = command("objects", "noteContact", async (tx, { party, at, error }: Contact, context) => {
  await tx
    .updateTable("peers")
    .set({
      error: error?.code ?? null,
      error_detail: error?.message ?? null,
      ...(at === null ? {} : { last_contact: at }),
    })
    .where("party", "=", party)
    .execute();
  context.changed("exchange", party);
});
