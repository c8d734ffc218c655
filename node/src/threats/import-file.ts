import { setImmediate } from "node:timers/promises";
import type { TlpLevel } from "@entente/stix";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { admitObjects, assignedMarkings, fromSource, type Origin, OWN, ownParty, setting } from "#objects";
import { bundleEntries } from "./bundle-entries.ts";
import { type Entry, MAX_REFUSED, type Refused } from "./import-entry.ts";
import { listEntries } from "./list-entries.ts";

export type ImportRequest = {
  /** Who it comes from: a name, or `own` for what our own people made. */
  readonly source: string;
  /** The label under which we hold it. Only what our own people hand in may rely on its own markings alone. */
  readonly label: TlpLevel | null;
  /** The file's name. For a list it is part of what the ids of its indicators follow from. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The id of what a list indicates. */
  readonly about?: string | undefined;
  /** Who of our own people; null for the machine's administrator. */
  readonly author?: string | null;
};

/** Counts are of a list's values or a bundle's objects; `relationships` of what a list's values indicate. */
export type ImportSummary = {
  readonly format: "list" | "bundle";
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly relationships: number;
  readonly refused: readonly Refused[];
  /** How many were refused in all: at most 1,000 are listed. */
  readonly refusedCount: number;
};

const MAX_BYTES = 64 * 1024 * 1024;
const AT_ONCE = 250;
const SOURCE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._/&-]{0,79}$/u;

/**
 * Imports a file: a STIX bundle, an array of objects, one object, or a plain list. What is bad in it is named and left
 * out; the rest goes in. Importing the same again changes nothing.
 * @throws EntenteError "label-required", "input-invalid", "too-large", "object-unknown"
 */
export async function importFile(
  parts: Pick<Parts, "database" | "clock">,
  request: ImportRequest,
): Promise<ImportSummary> {
  checkRequest(request);
  const origin = request.source === "own" ? OWN : fromSource(request.source);
  const isBundle = looksLikeJson(request.bytes);
  const entries = isBundle ? bundleEntries(request.bytes) : await listOf(parts, origin, request);
  return admitEntries(parts, { ...request, origin, format: isBundle ? "bundle" : "list" }, entries);
}

async function listOf({ database, clock }: Pick<Parts, "database" | "clock">, origin: Origin, request: ImportRequest) {
  const { source, name, bytes, about } = request;
  const namespace = await setting(database.objects, "import-namespace");
  const author = origin === OWN ? { author: (await ownParty(database.objects)).id } : {};
  const list = { namespace, source, list: name, ...author };
  return listEntries(database.objects, { list, origin, bytes, about, nowMs: clock.now() });
}

type Admitting = ImportRequest & { readonly origin: Origin; readonly format: ImportSummary["format"] };

async function admitEntries(
  { database }: Pick<Parts, "database">,
  { origin, label, author, format }: Admitting,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): Promise<ImportSummary> {
  const assigned = assignedMarkings(label);
  const counts = { read: 0, added: 0, unchanged: 0, relationships: 0 };
  const refused: Refused[] = [];
  let refusedCount = 0;
  const refuse = (one: Refused) => {
    refusedCount += 1;
    if (refused.length < MAX_REFUSED) refused.push(one);
  };
  const admit = async (slice: readonly Extract<Entry, { object: unknown }>[]) => {
    const objects = slice.map(({ object }) => ({ object, assigned }));
    const admitted = await database.write(admitObjects, { origin, author: author ?? null, objects });
    for (const [index, { outcome }] of admitted.entries()) {
      const entry = slice[index];
      if (!entry) continue;
      if (outcome === "conflict") refuse({ ...entry.at, reason: CONFLICT });
      else if (outcome === "quarantined") refuse({ ...entry.at, reason: IN_THE_FUTURE });
      else if (!entry.isExtra) counts[outcome] += 1;
      else if (outcome === "added") counts.relationships += 1;
    }
    // What is on this thread meanwhile (people, the ally) goes first.
    await setImmediate();
  };
  // One slice is written while the next is read: the writer is another thread.
  let writing: Promise<void> = Promise.resolve();
  const admitNext = async (slice: readonly Extract<Entry, { object: unknown }>[]) => {
    await writing;
    writing = admit(slice);
    // Its failure is thrown when it is awaited; until then nobody else would hear of it.
    writing.catch(() => {});
  };
  let slice: Extract<Entry, { object: unknown }>[] = [];
  for await (const entry of entries) {
    if (!("object" in entry && entry.isExtra)) counts.read += 1;
    if ("reason" in entry) refuse({ ...entry.at, reason: entry.reason });
    else slice.push(entry);
    if (slice.length < AT_ONCE) continue;
    await admitNext(slice);
    slice = [];
  }
  await admitNext(slice);
  await writing;
  return { format, ...counts, refused, refusedCount };
}

const CONFLICT = "another content was handed in under the same version before; the first stays";
const IN_THE_FUTURE = "its version lies more than five minutes ahead; it waits in quarantine";

function checkRequest({ source, label, bytes }: ImportRequest): void {
  if (bytes.length > MAX_BYTES) {
    throw new EntenteError({
      code: "too-large",
      message: `The file has ${bytes.length} bytes; at most ${MAX_BYTES} are read.`,
      remedy: "Split it.",
    });
  }
  if (!SOURCE_NAME.test(source)) {
    throw new EntenteError({
      code: "input-invalid",
      message: `"${source.slice(0, 80)}" is no name of a source.`,
      remedy: "Give letters, digits, blanks and . _ - / &, at most 80; `own` for what your own people made.",
    });
  }
  // R3 c: what comes from elsewhere is mostly unmarked, and the label that it is held under its only one.
  if (label === null && source !== "own") {
    throw new EntenteError({
      code: "label-required",
      message: "An import from elsewhere needs the label under which it is held.",
      remedy: "Choose one: clear, green, amber, amber+strict, red.",
    });
  }
}

/** JSON begins with a brace, or with a bracket before a brace; a list may begin with a bracket of its own ([::1]). */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^(?:\uFEFF)?\s*(?:\{|\[\s*[{\]])/.test(Buffer.from(bytes.subarray(0, 4096)).toString("utf8"));
}
