import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addPerson } from "#accounts";
import { openDatabase } from "#database";
import { type Configuration, parseConfiguration } from "#kernel/configuration";
import { EntenteError } from "#kernel/errors";
import { type Initial, initialise, type OwnParty } from "#objects";
import { createKeys } from "#peers";
import { addPublic } from "#release";
import { WRITER } from "./open-node.ts";

/** Who works at a node from its first day: R6 needs two who may release, and neither of them the author. */
const PERSONS = [
  { function: "Analyst", role: "analyst" },
  { function: "Releasing officer", role: "releasing-officer" },
  { function: "Second releasing officer", role: "releasing-officer" },
] as const;

export type NewHome = {
  readonly home: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3; also what people call the party. */
  readonly nation: string;
  readonly port: number;
  readonly peerPort?: number;
  /** The name that people reach the node by. */
  readonly host?: string;
  readonly identity?: Initial["identity"];
  readonly mail?: Configuration["mail"];
  readonly database?: Configuration["database"];
  readonly demonstration?: boolean;
  readonly pullEveryMs?: number;
};

/** Makes a data folder: configuration, keys, databases, own party. @throws EntenteError "home-not-empty" */
export async function initHome(input: NewHome): Promise<OwnParty> {
  const { home, name, nation } = input;
  if (!/^[A-Z]{3}$/.test(nation)) {
    throw new EntenteError({
      code: "input-invalid",
      message: `"${nation}" is no nation code.`,
      remedy: "Give three capital letters (ISO 3166-1 alpha-3), such as KOR or USA.",
    });
  }
  if (existsSync(home) && readdirSync(home).length > 0) {
    throw new EntenteError({
      code: "home-not-empty",
      message: `${home} is not empty.`,
      remedy: "Give a folder that does not exist yet.",
    });
  }
  const configuration = `${JSON.stringify(configurationFor(input), null, 2)}\n`;
  parseConfiguration(configuration);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  await createKeys(home);
  const database = await openDatabase(home, WRITER, input.database);
  try {
    const party = await database.write(initialise, { short: nation, identity: input.identity ?? { name } });
    await database.write(addPublic, null);
    for (const person of PERSONS) await database.write(addPerson, person);
    // Last, because its presence says that the folder is whole.
    writeFileSync(join(home, "configuration.json"), configuration, { mode: 0o600 });
    return party;
  } finally {
    await database.close();
  }
}

function configurationFor(input: NewHome): Configuration {
  const { port, peerPort = port === 0 ? 0 : port + 1000, host = "localhost", mail = null } = input;
  return {
    public: {
      host: "127.0.0.1",
      port,
      names: [...new Set([host, "localhost", "127.0.0.1"])],
      address: `http://${host}:${port}`,
    },
    peer: { host: "127.0.0.1", port: peerPort, address: `https://127.0.0.1:${peerPort}` },
    ...(input.database ? { database: input.database } : {}),
    mail,
    privateAddresses: input.demonstration ? ["127.0.0.1"] : [],
    pullEveryMs: input.pullEveryMs ?? 10_000,
    demonstration: input.demonstration ?? false,
  };
}
