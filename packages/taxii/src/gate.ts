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

/**
 * What a request does to a collection, once it is known that this caller may. Answered from the rights alone, before any
 * look-up: a missing right is named (403), and so is a method that nobody can use there (405).
 */
export function actOn(method: string, route: Route, collection: Collection): "read" | "add" | "delete" {
  const { canRead, canWrite, canDelete = canWrite } = collection;
  if (method === "POST" && route.resource === "objects") {
    if (!canWrite) throw new TaxiiError("forbidden", "You may not write to this collection.");
    if (collection.add) return "add";
  }
  if (method === "DELETE" && route.resource === "object") {
    if (!canDelete) throw new TaxiiError("forbidden", "You may not delete from this collection.");
    if (collection.delete) return "delete";
  }
  refuseUnlessReading(method);
  if (!canRead && route.resource !== "collection") {
    throw new TaxiiError("forbidden", "You may not read this collection.");
  }
  return "read";
}

export function refuseUnlessReading(method: string): void {
  if (method === "GET" || method === "HEAD") return;
  throw new TaxiiError("method-not-allowed", "This can only be read here.", { allow: "GET, HEAD" });
}

export function unauthenticated(challenge: string | undefined): TaxiiError {
  return new TaxiiError("unauthenticated", "Sign in first.", { "www-authenticate": challenge ?? "Basic" });
}
