import { canonicalJson, type JsonValue, parseJson } from "@entente/stix";
import { NotesError } from "../error.ts";
import { isHash, leafHash } from "../merkle/hash.ts";
import { hasExactly } from "./exact-members.ts";
import { isInstant } from "./instant.ts";
import { isReader } from "./party.ts";

/** What an entry can record; each kind has its own subject (`subject.ts`). */
export const ENTRY_KINDS = ["card", "set", "release", "withdraw", "lift", "act", "acknowledge", "received"] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * One entry of a ledger. `party`: who may read (a party's id or PUBLIC). `time`: RFC 3339, six digits, UTC. `decision`:
 * 128 random bits in hexadecimal, for a log must name no person. `subject`: a SHA-256 in hexadecimal.
 */
export type LedgerEntry = {
  readonly kind: EntryKind;
  readonly party: string;
  readonly time: string;
  readonly decision: string;
  readonly subject: string;
};

const MEMBERS = ["kind", "party", "time", "decision", "subject"] as const;
const SIX_DIGITS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const DECISION = /^[0-9a-f]{32}$/;

/** The entry's canonical JSON (RFC 8785) in UTF-8: the leaf of the tree. @throws NotesError `entry-invalid` */
export function entryBytes(entry: LedgerEntry): Buffer {
  return Buffer.from(canonicalJson(entryOf(entry)));
}

/** The hash that the entry adds to the tree. @throws NotesError `entry-invalid` */
export function entryHash(entry: LedgerEntry): string {
  return leafHash(entryBytes(entry));
}

/**
 * The entry of a leaf's bytes, which must be its canonical JSON: with a second spelling, one entry would have two hashes.
 * @throws NotesError `entry-invalid`
 */
export function parseEntry(leaf: Uint8Array): LedgerEntry {
  const entry = entryOf(readJson(leaf));
  if (!entryBytes(entry).equals(leaf)) throw invalid("it is not in canonical form (RFC 8785)");
  return entry;
}

/** A parsed JSON value as an entry; unknown kinds and members are refused. @throws NotesError `entry-invalid` */
export function entryOf(value: unknown): LedgerEntry {
  if (!hasExactly(value, MEMBERS)) throw invalid(`it has not exactly the members ${MEMBERS.join(", ")}`);
  const { kind, party, time, decision, subject } = value;
  if (!ENTRY_KINDS.includes(kind as EntryKind)) throw invalid(`its kind is none of ${ENTRY_KINDS.join(", ")}`);
  if (!isReader(party)) throw invalid("its party is neither a party's id nor PUBLIC");
  if (typeof time !== "string" || !SIX_DIGITS.test(time) || !isInstant(time)) {
    throw invalid("its time is not RFC 3339 in UTC with six digits and Z");
  }
  if (typeof decision !== "string" || !DECISION.test(decision))
    throw invalid("its decision is not 32 hexadecimal digits");
  if (!isHash(subject)) throw invalid("its subject is not 64 hexadecimal digits");
  return { kind: kind as EntryKind, party, time, decision, subject };
}

function readJson(leaf: Uint8Array): JsonValue {
  try {
    return parseJson(leaf);
  } catch (cause) {
    throw invalid("it is not JSON", cause);
  }
}

function invalid(reason: string, cause?: unknown): NotesError {
  return new NotesError("entry-invalid", `Not a ledger entry: ${reason}. The log's writer must correct it.`, { cause });
}
