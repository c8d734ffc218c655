import { inclusionProof, parseCheckpoint, parseEntry, parseNote, receiptText, signCheckpoint } from "@entente/notes";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { leafHashes, logHead } from "#release";
import type { NodeKeys } from "./keys.ts";
import { storedCard } from "./own-card.ts";
import { entryOf, type Released, releasesOf } from "./proofs.ts";
import { peerById } from "./store.ts";

type ReceiptParts = Pick<Parts, "home" | "ownParty" | "database" | "clock"> & {
  readonly keys: Pick<NodeKeys, "signing">;
};

/**
 * The receipt of an object's release in a log: one file that proves it without either node (ledger.md).
 * @throws EntenteError "not-found" when that log released no such object
 */
export async function receiptFor(
  parts: ReceiptParts,
  { id, log }: { readonly id: string; readonly log: string },
): Promise<string> {
  const db = parts.database.objects;
  const released = (await releasesOf(db, id, parts.clock.now() * 1000)).find((found) => found.log === log);
  if (!released) throw new EntenteError({ code: "not-found", message: "That log holds no release of this object." });
  const { card, checkpoint } = await signedBy(parts, released);
  const { size } = parseCheckpoint(parseNote(checkpoint).text);
  return receiptText({
    object: Buffer.from(released.bytes).toString("base64"),
    opening: released.opening,
    labels: released.labels,
    entry: parseEntry((await entryOf(db, log, released.entry)).bytes),
    index: released.entry,
    proof: inclusionProof(await leafHashes(db, log, size), released.entry, size),
    checkpoint,
    card,
  });
}

/** The writer's card, and a checkpoint by the writer that covers the entry. */
async function signedBy(parts: ReceiptParts, { log, writer }: Released): Promise<{ card: string; checkpoint: string }> {
  const db = parts.database.objects;
  if (writer === parts.ownParty.id) {
    const { size, root } = await logHead(db, log);
    const checkpoint = signCheckpoint({ origin: log, size, root }, parts.keys.signing);
    return { card: storedCard(parts.home).card, checkpoint };
  }
  const peer = await peerById(db, writer);
  if (!peer?.checkpoint) throw new EntenteError({ code: "peer-unknown", message: "No checkpoint of it is kept." });
  return { card: peer.card, checkpoint: peer.checkpoint };
}
