import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlpLevel } from "@entente/stix";
import { openDatabase } from "#database";
import { systemClock } from "#kernel/clock";
import { admitObjects, assignedMarkings, initialise, type Origin, readOwnObject } from "#objects";
import { addPublic, createReleases, RELEASE_RULES } from "#release";
import { LISTS } from "../../../../demo/lists.ts";
import { KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import { referenceSetBundle } from "../../../../demo/reference-set.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import type { PartyName } from "../../http/api.ts";
import { type ImportRequest, importFile, lookUp } from "../index.ts";
import { addAlly } from "./add-ally.ts";

export const ALLY = UNITED_STATES.id;

const NAMES: ReadonlyMap<string, PartyName> = new Map(
  [KOREA, UNITED_STATES].map(({ id, short, names }) => [id, { id, short, name: names.en }]),
);

export type TestNode = Awaited<ReturnType<typeof open>>;

/** Korea's node in a data folder of its own, with the United States as ally, and what a test does with it. */
export async function withNode(run: (node: TestNode) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "entente-threats-"));
  const node = await open(home);
  try {
    await run(node);
  } finally {
    await node.database.close();
    rmSync(home, { recursive: true });
  }
}

async function open(home: string) {
  const writer = new URL("writer-thread.ts", import.meta.url);
  const database = await openDatabase(home, writer, await testDatabase());
  const identity = { id: KOREA.id, name: KOREA.names.en };
  const ownParty = await database.write(initialise, { short: KOREA.short, identity });
  await database.write(addPublic, null);
  await database.write(addAlly, { party: ALLY, short: UNITED_STATES.short, ceiling: "amber+strict" });
  const log = (error: unknown) => {
    throw error;
  };
  const releases = createReleases({ database, rules: RELEASE_RULES, clock: systemClock, log });
  const parts = { database, ownParty, releases, clock: systemClock };
  return {
    ...parts,
    names: NAMES,
    importFile: (request: Partial<ImportRequest> & Pick<ImportRequest, "name" | "bytes">) =>
      importFile(parts, { source: "open sources", label: "clear", ...request }),
    importList: (list: keyof typeof LISTS, label: TlpLevel = "clear") => {
      const { name, file, about } = LISTS[list];
      return importFile(parts, { source: "maltrail", label, name: `${name}.txt`, bytes: readFileSync(file), about });
    },
    importReferenceSet: () =>
      importFile(parts, { source: "mitre-attack", label: "clear", name: "attack.json", bytes: referenceSetBundle() }),
    admit: (origin: Origin, object: object, level: TlpLevel | null = null) => {
      const read = readOwnObject(object as Record<string, unknown>);
      return database.write(admitObjects, {
        origin,
        author: null,
        objects: [{ object: read, assigned: assignedMarkings(level) }],
      });
    },
    lookUp: (text: string) => lookUp(parts, { text, names: NAMES, person: "person" }),
  };
}
