import type { Served } from "./answer.ts";
import type { Collection, PageRequest, Row } from "./collection.ts";
import type { CursorScope, CursorSeal } from "./cursor.ts";
import { notFound } from "./error.ts";
import type { Parameters } from "./parameters.ts";
import { type PageSize, type PathMatch, selectionOf } from "./selection.ts";

const NOTHING: Served = { rows: [], next: undefined };

export type Reading = {
  readonly collection: Collection;
  readonly parameters: Parameters;
  readonly path: PathMatch;
  readonly scope: CursorScope;
  readonly cursors: CursorSeal;
  readonly pageSize: PageSize;
  /** No page holds more bytes of objects than this, unless its only object does. */
  readonly maxPageBytes: number;
};

/** Reads one page of a collection and seals the cursor of the next. @throws TaxiiError */
export async function readPage(reading: Reading): Promise<Served> {
  const selection = selectionOf(reading);
  if (selection === undefined) return NOTHING;
  const page = await reading.collection.page(selection);
  const rows = withinBytes(page.rows, reading.maxPageBytes);
  const last = rows.at(-1);
  if (last === undefined) {
    if (reading.path.ids) await refuseUnknownObject(reading, selection);
    return NOTHING;
  }
  const hasMore = page.more || rows.length < page.rows.length;
  const next = hasMore
    ? reading.cursors.seal(reading.scope, { position: last.position, match: selection.match })
    : undefined;
  return { rows, next };
}

/**
 * Nothing of this object fits the filter. If the collection holds it, the answer is an empty page, else 404: the same
 * look-up for an id that nobody knows and for one that this caller may not see.
 */
async function refuseUnknownObject({ collection, path }: Reading, { match }: PageRequest): Promise<void> {
  const { rows } = await collection.page({ limit: 1, match: { ids: path.ids ?? match.ids ?? [], versions: "all" } });
  if (rows.length === 0) throw notFound();
}

function withinBytes(rows: readonly Row[], maxBytes: number): readonly Row[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += row.bytes.length;
    return bytes > maxBytes && index > 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
