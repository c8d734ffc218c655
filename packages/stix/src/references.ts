import { identifiersInText, isIdentifier } from "./identifier.ts";
import { childPath } from "./json-path.ts";

export type Reference = { readonly path: string; readonly id: string };

/**
 * Everything that an object refers to: each text that as a whole is a STIX id, under whatever property name, and each
 * property name that is one (extensions), except the object's own id. By value and not by name, because a property
 * that nobody knows can refer as well as `object_refs` can.
 */
export function referencesOf(object: object): Reference[] {
  const references: Reference[] = [];
  visitTexts(object, (path, text) => {
    if (isIdentifier(text) && path !== "$.id") references.push({ path, id: text });
  });
  return references;
}

/** The ids that stand inside longer texts, property names included, each once per path. */
export function identifiersInRunningText(object: object): Reference[] {
  const found: Reference[] = [];
  visitTexts(object, (path, text) => {
    if (text.length <= 38 || isIdentifier(text)) return;
    for (const id of identifiersInText(text)) found.push({ path, id });
  });
  return found;
}

/** Calls `visit` for every text of a JSON value; a property name is visited under the path of its property. */
function visitTexts(root: object, visit: (path: string, text: string) => void): void {
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") visit(path, value);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        const child = childPath(path, key);
        // A property name can be an id too (extensions), but none that is shorter than one.
        if (key.length >= 38) visit(child, key);
        walk(item, child);
      }
    }
  };
  walk(root, "$");
}
