import { type TProperties, Type } from "typebox";
import { identifier, list, optional, text, texts } from "../datatypes.ts";
import { domainObject, type ObjectRule, type ObjectType } from "../object-type.ts";
import { type EntenteType, ententeDefinition } from "./definitions.ts";

/** A day, without a time: sessions and papers are dated where they take place. */
export const day = Type.String({
  pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
});

/** A day, or a year alone where history tells no more. */
export const dayOrYear = Type.String({
  pattern: "^\\d{4}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))?$",
});

export const ref = (type: EntenteType) => identifier(type);

export { texts };

const oneOrManyLanguages = Type.Union([text, texts]);

/** Where a fact was read. */
export const source = Type.Object({
  publisher: oneOrManyLanguages,
  ...optional({ title: oneOrManyLanguages, date: dayOrYear, url: text }),
});

/** An open vocabulary of the world's regions, such as `asia-pacific`. */
export const region = Type.String({ pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" });

/** Describes an `entente-*` type; every one of them may belong to threads and name its source. */
export function ownObject(type: EntenteType, own: TProperties, rules: readonly ObjectRule[] = []): ObjectType {
  const common = optional({ thread_refs: list(ref("entente-thread")), source });
  const definition = ententeDefinition(type);
  return domainObject(
    type,
    `Entente ${type}`,
    { ...common, ...own },
    {
      extensions: {
        [definition]: Type.Object({ extension_type: Type.Literal("new-sdo") }),
      },
      rules: [...rules, bearsDefinition(definition)],
    },
  );
}

function bearsDefinition(definition: string): ObjectRule {
  return {
    rule: "new-sdo",
    path: ["extensions"],
    message: `An object of this type names its definition ${definition} in extensions.`,
    holds: ({ extensions }) => extensions?.[definition] !== undefined,
  };
}

/** The second day is not before the first. */
export const stopsAfterStart: ObjectRule = {
  rule: "time-order",
  path: ["stop"],
  message: "stop must not be before start.",
  holds: ({ start, stop }) => start === undefined || stop === undefined || stop >= start,
};
