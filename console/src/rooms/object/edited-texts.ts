import type { Texts } from "@entente/node/api";

/** A text property as it is typed: one text, or one per language. */
export type Typed = Record<string, string | Texts>;

// The texts of an object that people write, in the order of a form; the node decides which of them it lets them change.
const WRITTEN = ["name", "title", "names", "place", "basis", "description", "abstract", "content", "text", "value"];

/** The texts of an object that can be edited; whatever has a name may also get a description. */
export function textsToEdit(content: Record<string, unknown>): Typed {
  const found = WRITTEN.flatMap((property) => {
    const value = content[property];
    return typeof value === "string" || isTexts(value) ? [[property, value] as const] : [];
  });
  const typed: Typed = Object.fromEntries(found);
  return typeof typed.name === "string" ? { name: typed.name, description: "", ...typed } : typed;
}

/** Only what was changed becomes part of the new version. */
export function changedTexts(before: Typed, typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([property, value]) => JSON.stringify(value) !== JSON.stringify(before[property])),
  );
}

export function hasEmptyText(changed: Typed): boolean {
  return Object.values(changed).some((value) =>
    (typeof value === "string" ? [value] : Object.values(value)).some((text) => text.trim() === ""),
  );
}

function isTexts(value: unknown): value is Texts {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === "string")
  );
}
