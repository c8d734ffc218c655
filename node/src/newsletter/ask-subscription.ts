import type { Kysely } from "kysely";
import { type CommandContext, command, type SubscribersTables } from "#database";
import type { Language } from "#public";
import type { MessageKind } from "./tables.ts";

export type Asked = {
  readonly address: string;
  readonly language: Language;
  readonly policyVersion: string;
  readonly textDigest: string;
};

const DAY_MICROS = 86_400_000_000;
const MAX_MESSAGES_PER_DAY = 3;

/**
 * Somebody asks for the newsletter at an address. Whatever is known of it, one row is written or none, nothing is sent
 * here, and nothing is answered: neither text nor time tells whether the address was known.
 */
export const askSubscription = command(
  "subscribers",
  "askSubscription",
  async (tx, asked: Asked, context): Promise<void> => {
    const now = context.clock.now() * 1000;
    const key = asked.address.toLowerCase();
    const held = await tx.selectFrom("subscribers").selectAll().where("address_key", "=", key).executeTakeFirst();
    const subscriber = held?.subscriber ?? context.random.uuid();
    const consent = { policy_version: asked.policyVersion, text_digest: asked.textDigest, asked_at: now };
    if (!held) {
      const { address, language } = asked;
      await tx
        .insertInto("subscribers")
        .values({ subscriber, address, address_key: key, language, state: "waiting", ...consent, confirmed_at: null })
        .execute();
    } else if (await isEnough(tx, subscriber, now)) {
      // Nobody's mailbox is filled by somebody else's form.
      return;
    } else if (held.state === "waiting") {
      const changes = { language: asked.language, ...consent };
      await tx.updateTable("subscribers").set(changes).where("subscriber", "=", subscriber).execute();
    }
    // Who is subscribed is told so, and nothing is changed: the form proves nothing about who filled it in.
    await queueMessage(tx, { subscriber, kind: held?.state === "confirmed" ? "known" : "confirm" }, context);
  },
);

async function isEnough(tx: Kysely<SubscribersTables>, subscriber: string, now: number): Promise<boolean> {
  const sent = await tx
    .selectFrom("outbox")
    .select(["state", "created_at"])
    .where("subscriber", "=", subscriber)
    .where("kind", "!=", "bulletin")
    .execute();
  const isOnItsWay = sent.some(({ state }) => state === "queued");
  return isOnItsWay || sent.filter(({ created_at }) => created_at > now - DAY_MICROS).length >= MAX_MESSAGES_PER_DAY;
}

async function queueMessage(
  tx: Kysely<SubscribersTables>,
  { subscriber, kind }: { subscriber: string; kind: MessageKind },
  context: CommandContext,
): Promise<void> {
  const now = context.clock.now() * 1000;
  const message = context.random.uuid();
  await tx
    .insertInto("outbox")
    .values({
      message,
      subscriber,
      kind,
      bulletin: null,
      state: "queued",
      next_at: now,
      reason: null,
      created_at: now,
      sent_at: null,
    })
    .execute();
  context.changed("newsletter", message);
}
