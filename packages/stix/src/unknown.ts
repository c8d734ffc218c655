import type { TSchema } from "typebox";
import { childPath } from "./json-path.ts";

type SchemaNode = TSchema & {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
};

/**
 * The paths of everything in a valid value that its schema does not name. A dictionary (`patternProperties`) names all
 * of its keys; `additionalProperties` only says that more may stand there, not what it means, so it names none.
 */
export function unknownIn(schema: TSchema, value: unknown, path: string, found: string[]): void {
  const node = schema as SchemaNode;
  if (Array.isArray(value)) {
    if (node.items && mayHoldUnknown(node.items)) {
      for (const [index, item] of value.entries()) unknownIn(node.items, item, `${path}[${index}]`, found);
    }
  } else if (node.properties && typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      // Own keys only: `constructor` must not be found on the prototype.
      const known = Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
      if (!known) found.push(childPath(path, key));
      else if (mayHoldUnknown(known)) unknownIn(known, child, childPath(path, key), found);
    }
  } else if (node.patternProperties && typeof value === "object" && value !== null) {
    const [item] = Object.values(node.patternProperties);
    if (!item || !mayHoldUnknown(item)) return;
    for (const [key, child] of Object.entries(value)) unknownIn(item, child, childPath(path, key), found);
  }
}

function mayHoldUnknown(schema: TSchema): boolean {
  return "properties" in schema || "items" in schema || "patternProperties" in schema;
}
