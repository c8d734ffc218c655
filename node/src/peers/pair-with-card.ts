import { cardSubject, keyFingerprint } from "@entente/notes";
import { canonicalJson } from "@entente/stix";
import { type CommandContext, command } from "#database";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { admitInto, fromPeer, type Objects, ownParty, readObject } from "#objects";
import { addParty, appendEntry, logName } from "#release";
import { type CardFile, type ProvenCard, parseCardFile, provenCard } from "./card-file.ts";
import { ownCard } from "./own-card.ts";
import { type Peer, peerById } from "./store.ts";

/** What two people compare before they rely on a pairing: the fingerprints of both root keys. */
export type Paired = {
  readonly party: string;
  readonly short: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly ownFingerprint: string;
  /** False when this very card was known already. */
  readonly changed: boolean;
};

/** Pairs with the node of a card file. @throws EntenteError "card-invalid", "card-outdated", "already-paired" */
export async function pairWithCard(
  parts: Pick<Parts, "home" | "configuration" | "ownParty" | "database" | "clock">,
  card: string,
): Promise<Paired> {
  const own = parseCardFile(await ownCard(parts));
  return parts.database.write(keepCard, { own, card: parseCardFile(card) });
}

type Cards = { readonly own: CardFile; readonly card: CardFile };

/** Keeps the ally's card and lets its party receive; our log for it begins with our own card (ledger.md). */
export const keepCard = command("objects", "keepCard", async (tx, { own, card: file }: Cards, context) => {
  const ours = provenCard(own);
  const card = provenCard(file);
  const { id, name } = card.content.party;
  const held = await peerById(tx, id);
  refuseUnfit(card, { ownId: (await ownParty(tx)).id, held, nowMicros: context.clock.now() * 1000 });
  if (held?.card !== card.card) await keep(tx, card, held, context);
  await stateOwnCard(tx, ours, id, context);
  const paired: Paired = {
    party: id,
    short: shortName(card),
    name: String(name),
    fingerprint: keyFingerprint(card.root.publicKey),
    ownFingerprint: keyFingerprint(ours.root.publicKey),
    changed: held?.card !== card.card,
  };
  return paired;
});

function refuseUnfit(
  card: ProvenCard,
  { ownId, held, nowMicros }: { ownId: string; held: Peer | undefined; nowMicros: number },
): void {
  const { party, number, expires } = card.content;
  if (party.id === ownId) throw refused("card-invalid", "This is this node's own card.", "Pair with the ally's card.");
  if (card.expiresMicros <= nowMicros) {
    throw refused("card-outdated", `This card expired on ${expires}.`, "Ask the ally for its present card.");
  }
  if (!held) return;
  if (held.root_key !== card.rootKey) {
    throw refused(
      "already-paired",
      "This party is paired under another root key.",
      "Ask the ally by another channel; a lost root key means pairing anew.",
    );
  }
  if (number < held.number || (number === held.number && card.card !== held.card)) {
    const message = `Card ${number} is not newer than card ${held.number}, which is known already.`;
    throw refused("card-outdated", message, "Ask the ally for its present card.");
  }
}

async function keep(tx: Objects, card: ProvenCard, held: Peer | undefined, context: CommandContext): Promise<void> {
  const { party, number, keys } = card.content;
  const now = context.clock.now() * 1000;
  // A new card changes nothing of what was agreed with its party.
  if (!held) await addParty(tx, { party: party.id, short: shortName(card), ceiling: "amber+strict" });
  const content = {
    card: card.card,
    root_key: card.rootKey,
    number,
    expires: card.expiresMicros,
    ...card.address,
    tls_current: keys.tls[0],
    tls_next: keys.tls[1],
  };
  await tx
    .insertInto("peers")
    .values({ party: party.id, paired_at: now, ...content })
    .onConflict((conflict) => conflict.column("party").doUpdateSet(content))
    .execute();
  const object = readObject(Buffer.from(canonicalJson(party)));
  await admitInto(tx, { origin: fromPeer(party.id), author: null, objects: [{ object, assigned: [] }] }, context);
  context.changed("peers", party.id);
  context.changed("exchange", party.id);
}

/** Appends our card to the log for this reader unless the last one there is this very card. */
async function stateOwnCard(tx: Objects, { card, content }: ProvenCard, reader: string, context: CommandContext) {
  const writer = content.party.id;
  const last = await tx
    .selectFrom("entries")
    .select("subject")
    .where("log", "=", logName(writer, reader))
    .where("kind", "=", "card")
    .orderBy("entry", "desc")
    .executeTakeFirst();
  const subject = cardSubject(card);
  if (last?.subject !== subject) await appendEntry(tx, { writer, reader, kind: "card", subject }, context);
}

function shortName({ content }: ProvenCard): string {
  return content.nations[0] ?? content.party.id;
}

function refused(code: "card-invalid" | "card-outdated" | "already-paired", message: string, remedy: string) {
  return new EntenteError({ code, message, remedy });
}
