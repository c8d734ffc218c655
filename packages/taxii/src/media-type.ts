/** The one media type of every TAXII 2.1 answer. */
export const TAXII_MEDIA_TYPE = "application/taxii+json;version=2.1";
/** The media type of the objects that a collection holds (TAXII 5.2, `media_types`). */
export const STIX_MEDIA_TYPE = "application/stix+json;version=2.1";

type MediaRange = {
  readonly essence: string;
  readonly version: string | undefined;
  readonly charset: string | undefined;
  readonly quality: number;
};

const MAX_ACCEPT_LENGTH = 4096;
/** Parts between separators, where a separator inside quotes does not count. A lone quote is skipped. */
const BETWEEN_COMMAS = /(?:[^,"]|"[^"]*")+/g;
const BETWEEN_SEMICOLONS = /(?:[^;"]|"[^"]*")+/g;

/**
 * May an answer of TAXII 2.1 be sent to a client with this Accept header (RFC 9110 12.5.1)? Any order, spacing and
 * q-value; the most specific range that fits decides. Beyond the standard, a missing header, a wildcard and
 * `application/json` are served, because clients in the field send them. TAXII 2.0's `application/vnd.oasis.*` is not.
 */
export function acceptsTaxii(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === "") return true;
  if (accept.length > MAX_ACCEPT_LENGTH) return false;
  let best = { specificity: 0, quality: 0 };
  for (const range of rangesOf(accept)) {
    const specificity = specificityOf(range);
    const isBetter = specificity > best.specificity;
    const isSame = specificity > 0 && specificity === best.specificity;
    if (isBetter || (isSame && range.quality > best.quality)) best = { specificity, quality: range.quality };
  }
  return best.quality > 0;
}

/** True for exactly what a TAXII 2.1 server must label its answers with; other parameters (charset) may stand there. */
export function isTaxiiMediaType(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType.length > MAX_ACCEPT_LENGTH) return false;
  const [range, ...others] = rangesOf(contentType);
  return others.length === 0 && range?.essence === "application/taxii+json" && range.version === "2.1";
}

/** True for the body of a POST (TAXII 5.4): our media type, with or without its version, in UTF-8. */
export function isPostable(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType.length > MAX_ACCEPT_LENGTH) return false;
  const [range, ...others] = rangesOf(contentType);
  if (others.length > 0 || range?.essence !== "application/taxii+json") return false;
  const { version = "2.1", charset = "utf-8" } = range;
  return version === "2.1" && charset.toLowerCase() === "utf-8";
}

/** How closely a range names what this server sends; 0 when it names something else. */
function specificityOf({ essence, version }: MediaRange): number {
  if (essence === "*/*") return 1;
  if (essence === "application/*") return 2;
  if (essence === "application/json") return 3;
  if (essence !== "application/taxii+json") return 0;
  if (version === undefined) return 4;
  return version === "2.1" ? 5 : 0;
}

function rangesOf(header: string): MediaRange[] {
  return (header.match(BETWEEN_COMMAS) ?? []).filter((part) => part.trim() !== "").map(rangeOf);
}

function rangeOf(text: string): MediaRange {
  const [essence = "", ...parameters] = (text.match(BETWEEN_SEMICOLONS) ?? []).map((part) => part.trim());
  let version: string | undefined;
  let charset: string | undefined;
  let quality = 1;
  for (const parameter of parameters) {
    const equals = parameter.indexOf("=");
    const name = parameter.slice(0, equals).trim().toLowerCase();
    const value = parameter
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1");
    if (name === "version") version = value;
    if (name === "charset") charset = value;
    if (name === "q" && /^[01](\.\d*)?$/.test(value)) quality = Number(value);
  }
  return { essence: essence.toLowerCase(), version, charset, quality };
}
