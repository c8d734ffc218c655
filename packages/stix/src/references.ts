import { identifiersInText, isIdentifier } from "./identifier.ts";
import { jsonPath, type PathKey } from "./json-path.ts";

export type Reference = { readonly path: string; readonly id: string };

/**
 * Everything that an object refers to: each text that as a whole is a STIX id, under whatever property name, and each
 * property name that is one (extensions), except the object's own id. By value and not by name, because a property
 * that nobody knows can refer as well as `object_refs` can.
 */
export function referencesOf(object: object): Reference[] {
  const references: Reference[] = [];
  visitTexts(object, (text, keys) => {
    if (!isIdentifier(text)) return;
    const path = jsonPath(keys);
    if (path !== "$.id") references.push({ path, id: text });
  });
  return references;
}

/** The ids that stand inside longer texts, property names included, each once per path. */
export function identifiersInRunningText(object: object): Reference[] {
  const found: Reference[] = [];
  visitTexts(object, (text, keys) => {
    if (text.length <= 38 || isIdentifier(text)) return;
    for (const id of identifiersInText(text)) found.push({ path: jsonPath(keys), id });
  });
  return found;
}

/** Calls `visit` for every text of a JSON value; a property name is visited under the path of its property. */
function visitTexts(root: object, visit: (text: string, keys: readonly PathKey[]) => void): void {
  const keys: PathKey[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") visit(value, keys);
    else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) walkChild(index, value[index]);
    } else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) walkChild(key, (value as Record<string, unknown>)[key]);
    }
  };
  const walkChild = (key: PathKey, item: unknown): void => {
    keys.push(key);
    // A property name can be an id too (extensions), but none that is shorter than one.
    if (typeof key === "string" && key.length >= 38) visit(key, keys);
    walk(item);
    keys.pop();
  };
  walk(root);
}
