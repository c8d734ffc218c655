import { timestampOf } from "@entente/stix";
import type { Row } from "./collection.ts";
import type { TaxiiError } from "./error.ts";
import { TAXII_MEDIA_TYPE } from "./media-type.ts";

export type TaxiiResponse = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Rows that go out together, and the cursor of what follows them. */
export type Served = { readonly rows: readonly Row[]; readonly next: string | undefined };

type AnswerExtra = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** A refusal as TAXII answers it (TAXII 3.6.1). A front end that refuses by itself answers the same way with it. */
export function errorAnswer(error: TaxiiError): TaxiiResponse {
  return jsonAnswer(error, { status: error.status, headers: error.headers });
}

export function jsonAnswer(value: object, extra: AnswerExtra = {}): TaxiiResponse {
  return answer(Buffer.from(JSON.stringify(value)), extra);
}

/** The envelope of TAXII 3.7: stored bytes between commas. Nothing is parsed, so nothing can change. */
export function envelopeAnswer(served: Served): TaxiiResponse {
  return listAnswer(
    served,
    "objects",
    served.rows.map((row) => row.bytes),
  );
}

/** The manifest of TAXII 5.3. `next` is beyond the standard here, which names it for envelopes only. */
export function manifestAnswer(served: Served, mediaType: string): TaxiiResponse {
  const records = served.rows.map((row) => ({
    id: row.id,
    date_added: timestampOf(row.dateAddedMicros),
    version: versionOf(row),
    media_type: mediaType,
  }));
  return listAnswer(served, "objects", records.map(jsonBytes));
}

/** The versions resource of TAXII 5.8. */
export function versionsAnswer(served: Served): TaxiiResponse {
  return listAnswer(served, "versions", served.rows.map(versionOf).map(jsonBytes));
}

function versionOf(row: Row): string {
  return row.version ?? timestampOf(row.dateAddedMicros);
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** An empty list has no key at all (TAXII 3.7: optional properties are left out, never empty). */
function listAnswer({ rows, next }: Served, name: string, items: readonly Uint8Array[]): TaxiiResponse {
  const head = next === undefined ? '{"more":false' : `{"more":true,"next":${JSON.stringify(next)}`;
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return answer(Buffer.from(`${head}}`), {});
  const parts: Uint8Array[] = [];
  for (const item of items) parts.push(parts.length === 0 ? Buffer.from(`${head},"${name}":[`) : COMMA, item);
  parts.push(END);
  const headers = {
    "x-taxii-date-added-first": timestampOf(first.dateAddedMicros),
    "x-taxii-date-added-last": timestampOf(last.dateAddedMicros),
  };
  return answer(Buffer.concat(parts), { headers });
}

const COMMA = Buffer.from(",");
const END = Buffer.from("]}");

function answer(body: Uint8Array, { status = 200, headers = {} }: AnswerExtra): TaxiiResponse {
  return { status, headers: { "content-type": TAXII_MEDIA_TYPE, ...headers }, body };
}
