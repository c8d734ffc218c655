import { EMPTY_FRONTIER, type Frontier, logOrigin, NotesError, parseCard, verifyCheckpoint } from "@entente/notes";
import { parseJson } from "@entente/stix";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Objects } from "#objects";
import type { PeerConnection } from "./connection.ts";
import { continueLog, unproven } from "./continue-log.ts";
import type { Opening, ProvenLedger } from "./keep-ledger.ts";
import { PAGE_ROWS } from "./ledger-routes.ts";
import type { Peer } from "./store.ts";

const CHECKPOINT_BYTES = 64 * 1024;
const ENTRIES_BYTES = 4 * 1024 * 1024;
const OPENINGS_BYTES = 32 * 1024 * 1024;
const LINE_FEED = 0x0a;

const hash = Type.String({ pattern: "^[0-9a-f]{64}$" });
const openingSchema = Compile(
  Type.Object(
    {
      entry: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      id: Type.String({ maxLength: 300 }),
      modified: Type.Union([Type.Null(), Type.String({ maxLength: 60 })]),
      digest: hash,
      labels: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 100 }),
      opening: hash,
    },
    { additionalProperties: false },
  ),
);

/**
 * The ally's checkpoint, and the entries that lead to it from those that are kept, proven against it.
 * @throws EntenteError "proof-failed", "peer-unavailable"
 */
export async function fetchLedger(
  db: Objects,
  connection: PeerConnection,
  peer: Peer,
  reader: string,
): Promise<ProvenLedger> {
  const { party } = peer;
  const origin = logOrigin(party, reader);
  const { body } = await get(connection, "/entente/1/checkpoint", CHECKPOINT_BYTES);
  const { size, root } = provenCheckpoint(body, origin, peer);
  const kept = await keptFrontier(db, origin);
  const leaves: Uint8Array[] = [];
  while (kept.size + leaves.length < size) {
    const from = kept.size + leaves.length;
    const page = linesOf((await get(connection, `/entente/1/entries?from=${from}`, ENTRIES_BYTES)).body);
    if (page.length === 0) throw unproven(`The ally's log ends at ${from} entries; it signed ${size}.`);
    // Entries that were appended after the checkpoint are the next one's matter.
    leaves.push(...page.slice(0, size - from));
  }
  const { entries, frontier } = continueLog(kept, leaves, { reader, size, root });
  return { party, reader, entries, frontier, from: kept.size, checkpoint: body.toString("utf8") };
}

/** The openings of the open rows from an entry on, page by page. @throws EntenteError "proof-failed" */
export async function* fetchOpenings(connection: PeerConnection, from: number): AsyncGenerator<Opening[], void> {
  for (let next = from; ; ) {
    const { body } = await get(connection, `/entente/1/openings?from=${next}`, OPENINGS_BYTES);
    const openings = linesOf(body).map(openingOf);
    yield openings;
    const last = openings.at(-1);
    if (openings.length < PAGE_ROWS || !last) return;
    if (last.entry < next) throw unproven("The ally's openings do not go on.");
    next = last.entry + 1;
  }
}

function provenCheckpoint(note: Uint8Array, origin: string, peer: Peer) {
  try {
    const publicKey = Buffer.from(parseCard(peer.card).keys.signing, "base64");
    return verifyCheckpoint(note, { origin, publicKey });
  } catch (error) {
    if (error instanceof NotesError) throw unproven(`The ally's checkpoint is not proven: ${error.message}`, error);
    throw error;
  }
}

async function keptFrontier(db: Objects, log: string): Promise<Frontier> {
  const row = await db.selectFrom("logs").select("frontier").where("log", "=", log).executeTakeFirst();
  return row ? (JSON.parse(row.frontier) as Frontier) : EMPTY_FRONTIER;
}

async function get(connection: PeerConnection, path: string, maxBytes: number) {
  const { status, body } = await connection.get(path, { maxBytes });
  if (status !== 200) throw unproven(`The ally's node answers ${path} with status ${status}.`);
  return { body: Buffer.from(body) };
}

function linesOf(body: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(LINE_FEED, start);
    if (end === -1 || lines.length >= PAGE_ROWS) throw unproven("The ally's answer is cut off or too long.");
    lines.push(body.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function openingOf(line: Buffer): Opening {
  const value = jsonOf(line);
  if (!openingSchema.Check(value)) throw unproven("The ally gave an opening that is none.");
  return value;
}

function jsonOf(line: Buffer): unknown {
  try {
    return parseJson(line);
  } catch (cause) {
    throw unproven("The ally gave an opening that is no JSON.", cause);
  }
}
