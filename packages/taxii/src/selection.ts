import type { Match, PageRequest } from "./collection.ts";
import type { CursorScope, CursorSeal } from "./cursor.ts";
import { TaxiiError } from "./error.ts";
import type { Parameters } from "./parameters.ts";

export type PageSize = { readonly default: number; readonly max: number };

/** What the path itself selects: one object, or all of its versions. */
export type PathMatch = { readonly ids?: readonly string[]; readonly versions?: "all" };

type SelectionInput = {
  readonly parameters: Parameters;
  readonly path: PathMatch;
  readonly scope: CursorScope;
  readonly cursors: CursorSeal;
  readonly pageSize: PageSize;
};

/**
 * What to ask the collection for, or undefined when nothing can fit (no STIX 2.1 asked for). With `next`, the filter is
 * the one that the cursor carries: a client that forgets it on its second page stays right, a later `added_after` beside
 * it is void, and one that contradicts it is refused.
 */
export function selectionOf({ parameters, path, scope, cursors, pageSize }: SelectionInput): PageRequest | undefined {
  const limit = Math.min(parameters.limit ?? pageSize.default, pageSize.max);
  if (path.ids && parameters.ids && !isSame(path.ids, parameters.ids)) throw contradiction("match[id]", "the path");
  const asked = matchOf(parameters);
  const hasNone = parameters.specVersions !== undefined && !parameters.specVersions.includes("2.1");
  if (parameters.next === undefined) {
    if (hasNone) return undefined;
    const { addedAfter } = parameters;
    return {
      limit,
      match: { versions: ["last"], ...path, ...asked },
      ...(addedAfter === undefined ? {} : { addedAfter }),
    };
  }
  const { position, match } = cursors.open(scope, parameters.next);
  refuseContradiction(match, { ...asked, ...(path.ids && { ids: path.ids }) }, hasNone);
  return { limit, match, after: position };
}

function matchOf({ ids, types, versions }: Parameters): Partial<Match> {
  return { ...(ids && { ids }), ...(types && { types }), ...(versions && { versions }) };
}

function refuseContradiction(carried: Match, given: Partial<Match>, hasNone: boolean): void {
  if (hasNone) throw contradiction("match[spec_version]", "the parameter next");
  if (given.ids && !isSame(given.ids, carried.ids)) throw contradiction("match[id]", "the parameter next");
  if (given.types && !isSame(given.types, carried.types)) throw contradiction("match[type]", "the parameter next");
  if (given.versions && !isSame(given.versions, carried.versions)) {
    throw contradiction("match[version]", "the parameter next");
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function contradiction(name: string, other: string): TaxiiError {
  return new TaxiiError("parameter-invalid", `The parameter ${name} contradicts ${other}; leave it out.`);
}
