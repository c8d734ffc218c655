import { millisecondTimestamp, TLP_MARKING, type TlpLevel } from "@entente/stix";
import type { Parts } from "#http";
import { systemRandom } from "#kernel/random";
import { highestLevel, slices, type Version } from "#objects";
import type { SearchHit } from "../http/api.ts";
import { findHits, MOST_COUNTED } from "./hits.ts";
import { readQuery } from "./query.ts";
import type { Place } from "./ranked-sections.ts";
import type { Search } from "./search.ts";
import { searchHits } from "./search-hits.ts";

export type ExportFormat = "csv" | "stix";
export type Export = Omit<Search, "cursor"> & {
  readonly format: ExportFormat;
  /** The search as it stands in the address: it is written into the file. */
  readonly written: Readonly<Record<string, string | undefined>>;
};
export type ExportFile = { readonly name: string; readonly type: string; readonly content: string };

type ExportParts = Pick<Parts, "database" | "clock" | "ownParty">;

/** Every hit of a search as a file, in the order of the screen; the newest of each section if there are too many. */
export async function exportHits(parts: ExportParts, wanted: Export): Promise<ExportFile> {
  const places = await placesOf(parts, wanted);
  const name = `entente-search-${new Date(parts.clock.now()).toISOString().slice(0, 10)}`;
  if (wanted.format === "csv") {
    return { name: `${name}.csv`, type: "text/csv; charset=utf-8", content: await csvOf(parts, wanted, places) };
  }
  return {
    name: `${name}.json`,
    type: "application/stix+json;version=2.1",
    content: await bundleOf(parts, wanted, places),
  };
}

async function placesOf({ database }: ExportParts, { text, filters, open }: Export): Promise<Place[]> {
  const hits = await findHits(database.objects, { query: readQuery(text), filters });
  const places: Place[] = [];
  for (const type of open === undefined ? hits.totals.keys() : [open]) {
    places.push(...(await hits.page(type, null, MOST_COUNTED - places.length)));
  }
  return places;
}

const COLUMNS = ["id", "type", "title", "modified", "label", "from", "found_by", "found_text"] as const;

/** RFC 4180, the search in a line of its own before the head. */
async function csvOf(parts: ExportParts, wanted: Export, places: readonly Place[]): Promise<string> {
  const hits: SearchHit[] = [];
  const query = readQuery(wanted.text);
  const { exact } = await findHits(parts.database.objects, { query, filters: wanted.filters });
  for (const some of slices(places)) {
    hits.push(
      ...(await searchHits(parts.database.objects, some, { query, exact, names: wanted.names, own: wanted.own })),
    );
  }
  const rows = hits.map(({ id, type, title, modified, label, from, by }) =>
    [id, type, title, modified ?? "", label ?? "", from, by.kind, by.text ?? ""].map(cell).join(","),
  );
  return [cell(sentenceOf(wanted, places.length)), COLUMNS.join(","), ...rows, ""].join("\r\n");
}

/** A cell that a spreadsheet would compute is kept from it by an apostrophe. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A STIX bundle of the exact bytes, in a grouping that says by which search they were found and carries the highest
 * label of all, for a label that a source was given stands in no object.
 */
async function bundleOf(parts: ExportParts, wanted: Export, places: readonly Place[]): Promise<string> {
  const versions: Version[] = [];
  for (const some of slices(places)) {
    const ids = some.map(({ versionId }) => versionId);
    const query = parts.database.objects.selectFrom("versions").selectAll().where("version_id", "in", ids);
    versions.push(...(await query.execute()));
  }
  const objects = versions.map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const grouping = groupingOf(parts, wanted, versions);
  const all = [...(grouping ? [JSON.stringify(grouping)] : []), ...objects];
  const frame = `{"type":"bundle","id":"bundle--${systemRandom.uuid()}"`;
  return all.length === 0 ? `${frame}}` : `${frame},"objects":[\n${all.join(",\n")}\n]}`;
}

function groupingOf({ clock, ownParty }: ExportParts, wanted: Export, versions: readonly Version[]) {
  if (versions.length === 0) return undefined;
  const now = millisecondTimestamp(clock.now());
  const highest = highestLevel(versions.map(({ label }) => label as TlpLevel | null));
  return {
    type: "grouping",
    spec_version: "2.1",
    id: `grouping--${systemRandom.uuid()}`,
    created_by_ref: ownParty.id,
    created: now,
    modified: now,
    name: sentenceOf(wanted, versions.length),
    context: "unspecified",
    object_refs: versions.map(({ id }) => id),
    ...(highest ? { object_marking_refs: [TLP_MARKING[highest]] } : {}),
  };
}

function sentenceOf({ written }: Export, count: number): string {
  const filters = Object.entries(written).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  return `Search in Entente: ${filters.join(" ") || "everything"} (${count} objects)`;
}
