import { TaxiiError } from "./error.ts";
import { type Headers, headerOf } from "./headers.ts";
import { isPostable, TAXII_MEDIA_TYPE } from "./media-type.ts";

export type Sent = { readonly headers: Headers; readonly body?: AsyncIterable<Uint8Array> };

/**
 * Reads the body of a POST. The limit holds for what really comes, said beforehand or not: a chunked body is counted as
 * it arrives, and no more than the limit is ever kept. Compressed bodies are refused, so that none can swell.
 * @throws TaxiiError "media-type-unsupported", "too-large"
 */
export async function readBody({ headers, body }: Sent, maxBytes: number): Promise<Uint8Array> {
  if (!isPostable(headerOf(headers, "content-type"))) {
    throw new TaxiiError("media-type-unsupported", `The body must be ${TAXII_MEDIA_TYPE}, in UTF-8.`);
  }
  const coding = headerOf(headers, "content-encoding")?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity" && coding !== "") {
    // RFC 9110 15.5.16: a coding that is not supported is 415, with the ones that are.
    throw new TaxiiError("media-type-unsupported", "Send the body uncompressed.", { "accept-encoding": "identity" });
  }
  if (Number(headerOf(headers, "content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): TaxiiError {
  return new TaxiiError("too-large", `The body is larger than ${maxBytes} bytes; send it in parts.`);
}
