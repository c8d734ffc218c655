import { command } from "#database";
import "./tables.ts";

export type NewBulletin = { readonly bulletin: string; readonly title: Record<string, string> };

/**
 * A joint text has become public: one message for everyone who is subscribed now, in one transaction with the fact that
 * it was announced. Asked again (after a restart, at every change) it does nothing.
 */
export const queueBulletin = command(
  "subscribers",
  "queueBulletin",
  async (tx, { bulletin, title }: NewBulletin, context): Promise<void> => {
    const now = context.clock.now() * 1000;
    const inserted = await tx
      .insertInto("bulletins")
      .values({ bulletin, title: JSON.stringify(title), queued_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning("bulletin")
      .executeTakeFirst();
    if (!inserted) return;
    const confirmed = await tx
      .selectFrom("subscribers")
      .select("subscriber")
      .where("state", "=", "confirmed")
      .execute();
    for (let from = 0; from < confirmed.length; from += 500) {
      const rows = confirmed.slice(from, from + 500).map(({ subscriber }) => ({
        message: context.random.uuid(),
        subscriber,
        kind: "bulletin" as const,
        bulletin,
        state: "queued" as const,
        next_at: now,
        reason: null,
        created_at: now,
        sent_at: null,
      }));
      await tx.insertInto("outbox").values(rows).execute();
    }
    context.changed("newsletter", bulletin);
  },
);
