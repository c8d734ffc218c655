import { objectOf, type Version } from "#objects";

const DEFINITIONS: ReadonlySet<string> = new Set(["marking-definition", "extension-definition"]);

/**
 * `modified` as the subject of an entry states it (ledger.md): null where the object has none. For definitions the
 * version's own column holds `created`, by which they are told apart.
 */
export function statedVersion({ type, modified, bytes }: Pick<Version, "type" | "modified" | "bytes">): string | null {
  return DEFINITIONS.has(type) ? (objectOf<{ modified?: string }>({ bytes }).modified ?? null) : modified;
}
