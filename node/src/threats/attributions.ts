import type { JsonObject } from "@entente/stix";
import { headsOfType, type Objects, OWN, objectOf, peerOf, type Version } from "#objects";
import type { Side } from "../http/api.ts";

/** A party's own statement on who stands behind a threat. */
export type Attribution = { readonly version: Version; readonly statement: JsonObject; readonly side: Side };

/** The attributions that parties have stated, by what they are about. What a source says is nobody's statement. */
export async function attributionsOf(db: Objects): Promise<Map<string, Attribution[]>> {
  const attributions = new Map<string, Attribution[]>();
  for (const version of await headsOfType(db, "entente-statement")) {
    const statement = objectOf<JsonObject>(version);
    if (statement.field !== "attribution" || statement.revoked === true) continue;
    const side = sideOf(version.origin);
    if (!side) continue;
    const about = String(statement.about_ref);
    attributions.set(about, [...(attributions.get(about) ?? []), { version, statement, side }]);
  }
  return attributions;
}

/** Nobody speaks for another: whose statement it is follows from who handed it in. */
function sideOf(origin: string): Side | undefined {
  if (origin === OWN) return "ours";
  return peerOf(origin) ? "theirs" : undefined;
}
