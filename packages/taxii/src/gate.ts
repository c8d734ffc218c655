import type { ApiRoot, Collection, TaxiiContext } from "./collection.ts";
import { TaxiiError } from "./error.ts";
import { type Headers, headerOf } from "./headers.ts";
import { acceptsTaxii, TAXII_MEDIA_TYPE } from "./media-type.ts";
import type { Route } from "./route.ts";

/** What must hold before anything is read: may this caller in, can it take the answer, does it only read. */
export function admissionOf<Context extends TaxiiContext>(root: ApiRoot<Context>, context: Context) {
  return root.admission?.(context) ?? "admitted";
}

export function refuseUnacceptable(headers: Headers): void {
  if (acceptsTaxii(headerOf(headers, "accept"))) return;
  throw new TaxiiError("not-acceptable", `Answers here are ${TAXII_MEDIA_TYPE}; name it in the Accept header.`);
}

/** Where others could write, the missing right is named; where nobody can, the method (403 and 405). */
export function refuseWriting(method: string, route: Route, collection: Collection): void {
  const isWriting =
    (method === "POST" && route.resource === "objects") || (method === "DELETE" && route.resource === "object");
  if (isWriting && !collection.canWrite) throw new TaxiiError("forbidden", "You may not write to this collection.");
  refuseUnlessReading(method);
}

export function refuseUnlessReading(method: string): void {
  if (method === "GET" || method === "HEAD") return;
  throw new TaxiiError("method-not-allowed", "This can only be read here.", { allow: "GET, HEAD" });
}

export function unauthenticated(challenge: string | undefined): TaxiiError {
  return new TaxiiError("unauthenticated", "Sign in first.", { "www-authenticate": challenge ?? "Basic" });
}
