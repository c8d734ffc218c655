import { isTimestamp, type ObjectSlice, objectsOfEnvelope } from "@entente/stix";
import { TaxiiClientError } from "./client-error.ts";
import { type Headers, headerOf } from "./headers.ts";
import { isTaxiiMediaType, TAXII_MEDIA_TYPE } from "./media-type.ts";

export type TaxiiAnswer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };

/**
 * Fetches over the caller's own connection: which server, how it is proven and who signs in lie there. It should stop
 * reading after `maxBytes` of body.
 */
export type TaxiiGet = (
  pathAndQuery: string,
  headers: Readonly<Record<string, string>>,
  limits: { readonly maxBytes: number },
) => Promise<TaxiiAnswer>;

export type WalkOptions = {
  readonly get: TaxiiGet;
  /** Path of the API root, e.g. `/taxii2/releases/`. */
  readonly root: string;
  /** Id or alias. */
  readonly collection: string;
  /** Only what was added later; give the `dateAddedLast` of the last page that was kept. */
  readonly addedAfter?: string;
  /** Objects per page that are asked for; the server may give fewer. */
  readonly limit?: number;
  /** TAXII gives each object's newest version unless told ("last", TAXII 3.4.1). */
  readonly versions?: "all" | "first" | "last";
  readonly types?: readonly string[];
  /** Largest body of one page, in bytes; 64 MiB unless told. */
  readonly maxBytes?: number;
  /** 100,000 unless told. */
  readonly maxPages?: number;
};

export type WalkedPage = {
  /** Each object's bytes exactly as served, not parsed. */
  readonly objects: readonly ObjectSlice[];
  /** From X-TAXII-Date-Added-Last: where to go on after this page was kept. */
  readonly dateAddedLast?: string;
  readonly more: boolean;
};

export const MAX_BYTES = 64 * 1024 * 1024;
export const MAX_PAGES = 100_000;
/** Beyond this it would not fit into the next request. */
export const MAX_NEXT_LENGTH = 12_288;

/**
 * Walks a TAXII 2.1 collection to its end, page by page, by the server's `next`, or by `added_after` where it gives
 * none (TAXII 3.5). Each page is handed on before the next one is asked for, so that a walk that breaks off can be taken
 * up again after the last page kept.
 * @throws TaxiiClientError when the server fails, refuses, answers something else than TAXII 2.1, or never ends
 */
export async function* walkCollection(options: WalkOptions): AsyncGenerator<WalkedPage, void, undefined> {
  const { maxPages = MAX_PAGES } = options;
  let place: Place = options.addedAfter === undefined ? {} : { addedAfter: options.addedAfter };
  for (let pages = 0; pages < maxPages; pages += 1) {
    const { page, next } = await fetchPage(options, place);
    yield page;
    if (!page.more) return;
    place = placeAfter(place, page, next);
  }
  throw new TaxiiClientError("too-many-pages", `The collection did not end within ${maxPages} pages.`);
}

type Place = { readonly addedAfter?: string | undefined; readonly next?: string };

async function fetchPage(options: WalkOptions, place: Place): Promise<{ page: WalkedPage; next: string | undefined }> {
  const { maxBytes = MAX_BYTES } = options;
  const answer = await options.get(pathOf(options, place), { accept: TAXII_MEDIA_TYPE }, { maxBytes });
  if (answer.status !== 200) throw refusalOf(answer.status);
  if (answer.body.length > maxBytes) {
    throw new TaxiiClientError("answer-too-large", `The page is larger than ${maxBytes} bytes; ask for fewer objects.`);
  }
  if (!isTaxiiMediaType(headerOf(answer.headers, "content-type"))) {
    throw new TaxiiClientError("answer-invalid", `The answer does not have the media type ${TAXII_MEDIA_TYPE}.`);
  }
  const dateAddedLast = headerOf(answer.headers, "x-taxii-date-added-last");
  if (dateAddedLast !== undefined && !isTimestamp(dateAddedLast)) {
    throw new TaxiiClientError("answer-invalid", "X-TAXII-Date-Added-Last holds no timestamp.");
  }
  const { more, next, slices } = envelopeOf(answer.body);
  if (next !== undefined && next.length > MAX_NEXT_LENGTH) {
    throw new TaxiiClientError("answer-invalid", `"next" is longer than ${MAX_NEXT_LENGTH} characters.`);
  }
  return { page: { objects: slices, more, ...(dateAddedLast === undefined ? {} : { dateAddedLast }) }, next };
}

function pathOf({ root, collection, limit, versions, types }: WalkOptions, { addedAfter, next }: Place): string {
  const query = new URLSearchParams();
  if (addedAfter !== undefined) query.set("added_after", addedAfter);
  if (limit !== undefined) query.set("limit", String(limit));
  if (versions !== undefined) query.set("match[version]", versions);
  if (types !== undefined) query.set("match[type]", types.join(","));
  if (next !== undefined) query.set("next", next);
  const path = `${root}collections/${encodeURIComponent(collection)}/objects/`;
  return query.size === 0 ? path : `${path}?${query}`;
}

function envelopeOf(body: Uint8Array) {
  try {
    return objectsOfEnvelope(body);
  } catch (cause) {
    throw new TaxiiClientError("answer-invalid", "The answer is no TAXII envelope.", { cause });
  }
}

/** A server that keeps its reader at one place is left, loudly: what came is not all there is. */
function placeAfter(place: Place, page: WalkedPage, next: string | undefined): Place {
  const { dateAddedLast } = page;
  const isSame = next === undefined ? dateAddedLast === place.addedAfter : next === place.next;
  if (isSame || (next === undefined && dateAddedLast === undefined)) {
    throw new TaxiiClientError("no-progress", "The server says that there is more, but not where.");
  }
  return next === undefined ? { addedAfter: dateAddedLast } : { ...place, next };
}

/** A server that is busy or down is asked again later; one that says no is not. */
export function refusalOf(status: number): TaxiiClientError {
  const isPassing = status >= 500 || status === 408 || status === 425 || status === 429;
  return new TaxiiClientError(isPassing ? "unavailable" : "refused", `The server answered with status ${status}.`, {
    status,
  });
}
