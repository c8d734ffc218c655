import { displayOf, textsOf } from "./display.ts";
import { sessionName } from "./session-name.ts";

const MAX_LENGTH = 300;
const NAMING = ["name", "title", "names", "symbol", "value", "text", "texts", "content", "pattern", "field"] as const;

type Named = { readonly [name: string]: unknown };

/** What an object is called in a list: its name, title, text or value, in English where there are several languages. */
export function titleOf(object: Named): string {
  // A relationship is called by what it says; a name that somebody added to it says nothing.
  if (typeof object.relationship_type === "string") return object.relationship_type;
  return displayOf(namingOf(object))?.slice(0, MAX_LENGTH) ?? String(object.id);
}

/** The same in all its languages; undefined where there is only one. */
export function titlesOf(object: Named): Record<string, string> | undefined {
  return typeof object.relationship_type === "string" ? undefined : textsOf(namingOf(object));
}

function namingOf(object: Named): unknown {
  const name = NAMING.find((candidate) => displayOf(object[candidate]));
  if (name) return object[name];
  return object.type === "entente-session" ? sessionName(object) : undefined;
}
