import type { JsonObject } from "@entente/stix";

/** The number that ATT&CK gives an object, such as G0094; empty where there is none. */
export function attackIdOf({ external_references }: JsonObject): string {
  if (!Array.isArray(external_references)) return "";
  const reference = (external_references as JsonObject[]).find(({ source_name }) => source_name === "mitre-attack");
  return typeof reference?.external_id === "string" ? reference.external_id : "";
}
