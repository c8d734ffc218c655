import { appendLeaf, type Frontier, type LedgerEntry, leafHash, NotesError, parseEntry, rootOf } from "@entente/notes";
import { EntenteError } from "#kernel/errors";

/** An entry of an ally's log as it is kept: its exact bytes, and what is looked up by. */
export type ReceivedEntry = {
  readonly entry: number;
  readonly bytes: Uint8Array;
  readonly leafHash: string;
  readonly content: LedgerEntry;
};

export type ContinuedLog = { readonly entries: readonly ReceivedEntry[]; readonly frontier: Frontier };

/**
 * Continues a log by leaves and proves that this gives the root that its writer signed. What was kept and what is new
 * are then the one history that the checkpoint states: consistency with every checkpoint before is proven with it. Pure.
 * @throws EntenteError "proof-failed": nothing of the leaves may be kept
 */
export function continueLog(
  kept: Frontier,
  leaves: readonly Uint8Array[],
  { reader, size, root }: { readonly reader: string; readonly size: number; readonly root: string },
): ContinuedLog {
  if (size < kept.size) throw unproven(`The ally's log has ${size} entries; ${kept.size} were proven before.`);
  if (kept.size + leaves.length !== size) throw unproven(`The ally gave other entries than the ${size} it signed.`);
  let frontier = kept;
  const entries = leaves.map((bytes) => {
    const entry = frontier.size;
    const content = contentOf(bytes, entry);
    if (content.party !== reader) throw unproven(`Entry ${entry} of the ally's log is not for this node.`);
    if (entry === 0 && content.kind !== "card") throw unproven("The ally's log does not begin with its card.");
    const hash = leafHash(bytes);
    frontier = appendLeaf(frontier, hash);
    return { entry, bytes, leafHash: hash, content };
  });
  if (rootOf(frontier) !== root) throw unproven("The ally's entries do not give the root that it signed.");
  return { entries, frontier };
}

function contentOf(bytes: Uint8Array, entry: number): LedgerEntry {
  try {
    return parseEntry(bytes);
  } catch (error) {
    if (error instanceof NotesError) throw unproven(`Entry ${entry} of the ally's log is invalid.`, error);
    throw error;
  }
}

/** A proof fails: a person must see it, and nothing that hangs on it may be kept. */
export function unproven(message: string, cause?: unknown): EntenteError {
  return new EntenteError({
    code: "proof-failed",
    kind: "unproven",
    message,
    remedy: "Speak with the ally: its log has been altered, or its node is not what it was.",
    cause,
  });
}
