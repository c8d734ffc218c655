import { jsonAnswer, type TaxiiResponse } from "./answer.ts";
import type { Collection } from "./collection.ts";
import { notFound, TaxiiError } from "./error.ts";
import { type Parameters, readParameters } from "./parameters.ts";

/**
 * Deletes versions of one object (TAXII 5.7): all, unless `match[version]` says which. Who may not read gets the same
 * answer whether or not something was there: his right to delete must not tell him what exists.
 */
export async function deleteObject(
  collection: Collection,
  id: string,
  query: string | URLSearchParams,
): Promise<TaxiiResponse> {
  const parameters = readParameters(query);
  refuseOthers(parameters);
  const { versions = "all", specVersions } = parameters;
  const fits = specVersions === undefined || specVersions.includes("2.1");
  const deleted = fits && (await collection.delete?.({ id, versions })) === true;
  if (!deleted && collection.canRead) throw notFound();
  return jsonAnswer({});
}

/** A filter that were ignored here would delete more than was asked for. */
function refuseOthers({ versions: _versions, specVersions: _specVersions, ...others }: Parameters): void {
  if (Object.keys(others).length === 0) return;
  throw new TaxiiError(
    "parameter-invalid",
    "A deletion is restricted by match[version] and match[spec_version] only; leave the others out.",
  );
}
