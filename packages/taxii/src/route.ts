import { isIdentifier } from "@entente/stix";
import type { ApiRoot, TaxiiContext } from "./collection.ts";

/** What a path names below an API root (TAXII 4 and 5); `collection` is an id or alias, not looked up yet. */
export type Route =
  | { readonly resource: "root" }
  | { readonly resource: "collections" }
  | { readonly resource: "status"; readonly status: string }
  | { readonly resource: "collection" | "objects" | "manifest"; readonly collection: string }
  | { readonly resource: "object" | "versions"; readonly collection: string; readonly objectId: string };

/** The root that a path lies under, and what follows; a path is the same with and without its last slash. */
export function rootOf<Context extends TaxiiContext>(
  path: string,
  roots: readonly ApiRoot<Context>[],
): { readonly root: ApiRoot<Context>; readonly rest: string } | undefined {
  const slashed = withSlash(path);
  const root = roots.find((candidate) => slashed.startsWith(candidate.path));
  return root && { root, rest: slashed.slice(root.path.length) };
}

export function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

/** Reads what follows the root, e.g. `collections/<id>/objects/`; undefined when no resource is called so. */
export function routeOf(rest: string): Route | undefined {
  if (rest === "") return { resource: "root" };
  const segments = segmentsOf(rest);
  if (segments === undefined || segments.includes("")) return undefined;
  const [first, collection, third, objectId, fifth, sixth] = segments;
  if (first === "status" && collection !== undefined && third === undefined)
    return { resource: "status", status: collection };
  if (first !== "collections" || sixth !== undefined) return undefined;
  if (collection === undefined) return { resource: "collections" };
  if (third === undefined) return { resource: "collection", collection };
  if (third !== "objects" && third !== "manifest") return undefined;
  if (objectId === undefined) return { resource: third, collection };
  if (third !== "objects" || !isIdentifier(objectId)) return undefined;
  if (fifth === undefined) return { resource: "object", collection, objectId };
  return fifth === "versions" ? { resource: "versions", collection, objectId } : undefined;
}

function segmentsOf(rest: string): string[] | undefined {
  try {
    return rest.slice(0, -1).split("/").map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
