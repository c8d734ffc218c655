import { parseJson } from "@entente/stix";
import { MAX_BYTES, MAX_NEXT_LENGTH, MAX_PAGES, refusalOf, type TaxiiAnswer } from "./client.ts";
import { TaxiiClientError } from "./client-error.ts";
import { headerOf } from "./headers.ts";
import { isTaxiiMediaType, TAXII_MEDIA_TYPE } from "./media-type.ts";

/** Sends one request over the caller's own connection, and stops reading after `maxBytes` of the answer's body. */
export type TaxiiSend = (
  request: {
    readonly method: "GET" | "POST" | "DELETE";
    readonly pathAndQuery: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Uint8Array;
  },
  limits: { readonly maxBytes: number },
) => Promise<TaxiiAnswer>;

export type DiscoveryResource = { readonly title: string; readonly default?: string; readonly api_roots?: string[] };
export type RootResource = {
  readonly title: string;
  readonly versions: string[];
  readonly max_content_length: number;
};
export type CollectionResource = {
  readonly id: string;
  readonly title: string;
  readonly alias?: string;
  readonly can_read: boolean;
  readonly can_write: boolean;
};
export type ManifestRecord = { readonly id: string; readonly date_added: string; readonly version: string };
export type StatusDetail = { readonly id: string; readonly version: string; readonly message?: string };
export type StatusResource = {
  readonly id: string;
  readonly status: "complete" | "pending";
  readonly total_count: number;
  readonly success_count: number;
  readonly failure_count: number;
  readonly pending_count: number;
  readonly successes?: StatusDetail[];
  readonly failures?: StatusDetail[];
  readonly pendings?: StatusDetail[];
};
/** Filters of TAXII 3.4; without `versions` the newest of each object, for a deletion all of them. */
export type TaxiiFilter = {
  readonly versions?: string;
  readonly types?: readonly string[];
  readonly addedAfter?: string;
};

type Place = { readonly root: string; readonly collection: string };
type Named = Place & { readonly object: string };

/**
 * A client of TAXII 2.1 for all that is no page of objects; those are {@link walkCollection}'s. Answers are checked for
 * media type, size, strict JSON and the properties that TAXII requires. Roots are paths that begin and end with "/".
 * @throws TaxiiClientError from every function, as {@link walkCollection} does
 */
export function createTaxiiClient(send: TaxiiSend, maxBytes = MAX_BYTES) {
  const ask = async (method: "GET" | "POST" | "DELETE", pathAndQuery: string, body?: Uint8Array) => {
    const headers = { accept: TAXII_MEDIA_TYPE, ...(body && { "content-type": TAXII_MEDIA_TYPE }) };
    const answer = await send({ method, pathAndQuery, headers, ...(body && { body }) }, { maxBytes });
    if (answer.status !== (method === "POST" ? 202 : 200)) throw refusalOf(answer.status);
    return answer;
  };
  const read = async <T>(path: string, required: readonly (keyof T & string)[], body?: Uint8Array): Promise<T> =>
    resourceIn<T>(await ask(body ? "POST" : "GET", path, body), required, maxBytes);

  /** A list that goes on by `next` (beyond TAXII for manifest and versions, where a server that has none ends it). */
  async function* walk<T>(path: string, name: string, filter: TaxiiFilter): AsyncGenerator<T, void, undefined> {
    let next: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const page = await read<{ more?: boolean; next?: string }>(path + queryOf(filter, next), []);
      const items = (page as Record<string, unknown>)[name] ?? [];
      if (!Array.isArray(items)) throw invalid(`"${name}" is no list.`);
      yield* items as T[];
      if (page.more !== true) return;
      if (typeof page.next !== "string" || page.next === next || page.next.length > MAX_NEXT_LENGTH) {
        throw new TaxiiClientError("no-progress", "The server says that there is more, but not where.");
      }
      next = page.next;
    }
    throw new TaxiiClientError("too-many-pages", `The list did not end within ${MAX_PAGES} pages.`);
  }

  return {
    /** TAXII 4.1 */
    discovery: (path = "/taxii2/") => read<DiscoveryResource>(path, ["title"]),
    /** TAXII 4.2 */
    root: (root: string) => read<RootResource>(root, ["title", "versions", "max_content_length"]),
    /** TAXII 5.1 */
    collections: async (root: string): Promise<readonly CollectionResource[]> =>
      (await read<{ collections?: CollectionResource[] }>(`${root}collections/`, [])).collections ?? [],
    /** TAXII 5.2 */
    collection: (place: Place) => read<CollectionResource>(pathOf(place), ["id", "title", "can_read", "can_write"]),
    /** TAXII 5.3, page after page */
    manifest: (place: Place, filter: TaxiiFilter = {}) =>
      walk<ManifestRecord>(`${pathOf(place)}manifest/`, "objects", filter),
    /** TAXII 5.6: one object, parsed, each version on its own */
    object: (named: Named, filter: TaxiiFilter = {}) =>
      walk<{ readonly id: string; readonly [name: string]: unknown }>(objectPath(named), "objects", filter),
    /** TAXII 5.8 */
    versions: (named: Named) => walk<string>(`${objectPath(named)}versions/`, "versions", {}),
    /** TAXII 5.4: objects as their bytes, each one JSON object */
    add: (place: Place, objects: readonly Uint8Array[]) =>
      read<StatusResource>(`${pathOf(place)}objects/`, ["id", "status", "total_count"], envelopeOf(objects)),
    /** TAXII 4.3 */
    status: ({ root, status }: { readonly root: string; readonly status: string }) =>
      read<StatusResource>(`${root}status/${encodeURIComponent(status)}/`, ["id", "status", "total_count"]),
    /** TAXII 5.7 */
    delete: async (named: Named, filter: Pick<TaxiiFilter, "versions"> = {}): Promise<void> => {
      await ask("DELETE", objectPath(named) + queryOf(filter));
    },
  };
}

export type TaxiiClient = ReturnType<typeof createTaxiiClient>;

function resourceIn<T>({ headers, body }: TaxiiAnswer, required: readonly string[], maxBytes: number): T {
  if (body.length > maxBytes) throw new TaxiiClientError("answer-too-large", `The answer exceeds ${maxBytes} bytes.`);
  if (!isTaxiiMediaType(headerOf(headers, "content-type"))) {
    throw invalid(`The answer does not have the media type ${TAXII_MEDIA_TYPE}.`);
  }
  const value = parsed(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("The answer is no object.");
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw invalid(`The answer has no "${missing}".`);
  return value as T;
}

function parsed(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch (cause) {
    throw new TaxiiClientError("answer-invalid", "The answer is no JSON.", { cause });
  }
}

function invalid(message: string): TaxiiClientError {
  return new TaxiiClientError("answer-invalid", message);
}

function pathOf({ root, collection }: Place): string {
  return `${root}collections/${encodeURIComponent(collection)}/`;
}

function objectPath(named: Named): string {
  return `${pathOf(named)}objects/${encodeURIComponent(named.object)}/`;
}

function queryOf({ versions, types, addedAfter }: TaxiiFilter, next?: string): string {
  const query = new URLSearchParams();
  if (addedAfter !== undefined) query.set("added_after", addedAfter);
  if (versions !== undefined) query.set("match[version]", versions);
  if (types !== undefined) query.set("match[type]", types.join(","));
  if (next !== undefined) query.set("next", next);
  return query.size === 0 ? "" : `?${query}`;
}

const OPEN = Buffer.from('{"objects":[');
const COMMA = Buffer.from(",");
const CLOSE = Buffer.from("]}");

function envelopeOf(objects: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([
    OPEN,
    ...objects.flatMap((object, index) => (index === 0 ? [object] : [COMMA, object])),
    CLOSE,
  ]);
}
