import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { EntenteError } from "./errors.ts";

const port = Type.Integer({ minimum: 0, maximum: 65_535 });
const host = Type.String({ minLength: 1, maxLength: 253 });

const configurationSchema = Type.Object(
  {
    /** Where the public listener binds, and the names it answers to. */
    public: Type.Object(
      { host, port, names: Type.Array(host, { maxItems: 20 }), address: Type.String({ maxLength: 500 }) },
      { additionalProperties: false },
    ),
    peer: Type.Object({ host, port, address: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
    /** Where objects, subscribers and accounts lie. Left out: in SQLite files of the data folder. */
    database: Type.Optional(
      Type.Union([
        Type.Object({ engine: Type.Literal("sqlite") }, { additionalProperties: false }),
        Type.Object(
          /** postgres://user@host/database, or the path of a file that holds it, with its password. */
          { engine: Type.Literal("postgresql"), address: Type.String({ minLength: 1, maxLength: 2_000 }) },
          { additionalProperties: false },
        ),
      ]),
    ),
    /** The mail server that bulletins go through; null: mail waits in the outbox. */
    mail: Type.Union([
      Type.Null(),
      Type.Object({ host, port, from: Type.String({ maxLength: 320 }) }, { additionalProperties: false }),
    ]),
    /** Private addresses that an operator lets this node connect to (peers, mail). */
    privateAddresses: Type.Array(host, { maxItems: 50 }),
    /** How often the peers are asked, hint or not, in milliseconds. */
    pullEveryMs: Type.Integer({ minimum: 100, maximum: 86_400_000 }),
    /** Marks every page as demonstration data. */
    demonstration: Type.Boolean(),
  },
  { additionalProperties: false },
);

export type Configuration = Readonly<Type.Static<typeof configurationSchema>>;

export type DatabaseSetting = NonNullable<Configuration["database"]>;

const validator = Compile(configurationSchema);

/** A configuration from its JSON text; unknown keys are refused. @throws EntenteError "configuration-invalid" */
export function parseConfiguration(text: string): Configuration {
  const value = jsonOf(text);
  if (validator.Check(value)) return Object.freeze(value);
  const faults = validator.Errors(value).map(({ instancePath, message }) => ({ path: instancePath || "/", message }));
  throw new EntenteError({
    code: "configuration-invalid",
    message: `The configuration is not valid: ${faults[0]?.path} ${faults[0]?.message}.`,
    remedy: "Correct configuration.json in the data folder.",
    faults,
  });
}

/** The configuration of a data folder. */
export function readConfiguration(home: string): Configuration {
  try {
    return parseConfiguration(readFileSync(join(home, "configuration.json"), "utf8"));
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError({
      code: "home-missing",
      message: `${home} is no data folder of a node.`,
      remedy: "Make one with `entente init --home DIR --name NAME --nation XXX --port N`.",
      cause,
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EntenteError({ code: "configuration-invalid", message: "The configuration is no JSON.", cause });
  }
}
