import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlpLevel } from "@entente/stix";
import { openDatabase } from "#database";
import { systemClock } from "#kernel/clock";
import { admitObjects, assignedMarkings, initialise, type Origin, OWN, readOwnObject, slices } from "#objects";
import { importFile } from "#threats";
import { LISTS } from "../../../../demo/lists.ts";
import { KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import { referenceSetBundle } from "../../../../demo/reference-set.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import type { PartyName } from "../../http/api.ts";
import { type FilterInput, readFilters } from "../filters.ts";
import { search } from "../search.ts";

export const ALLY = UNITED_STATES.id;

const names: ReadonlyMap<string, PartyName> = new Map(
  [KOREA, UNITED_STATES].map(({ id, short, names }) => [id, { id, short, name: names.en }]),
);

export type TestNode = Awaited<ReturnType<typeof open>>;

/** Korea's node in a data folder of its own, with the writer of the shipped program. */
export async function withNode(run: (node: TestNode) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "entente-search-"));
  const node = await open(home);
  try {
    await run(node);
  } finally {
    await node.database.close();
    rmSync(home, { recursive: true });
  }
}

async function open(home: string) {
  const writer = new URL("../../writer-thread.ts", import.meta.url);
  const setting = await testDatabase();
  writeFileSync(join(home, "configuration.json"), JSON.stringify({ database: setting }));
  const database = await openDatabase(home, writer, setting);
  const identity = { id: KOREA.id, name: KOREA.names.en };
  const ownParty = await database.write(initialise, { short: KOREA.short, identity });
  const parts = { database, ownParty, clock: systemClock };
  const naming = { names, own: KOREA.short };
  return {
    ...parts,
    home,
    naming,
    importList: (list: keyof typeof LISTS) => {
      const { name, file, about } = LISTS[list];
      const bytes = readFileSync(file);
      return importFile(parts, { source: "maltrail", label: "clear", name: `${name}.txt`, bytes, about });
    },
    importReferenceSet: () => {
      const bytes = referenceSetBundle();
      return importFile(parts, { source: "mitre-attack", label: "clear", name: "attack.json", bytes });
    },
    admit: (origin: Origin, object: object, level: TlpLevel | null = null) => {
      const read = readOwnObject(object as Record<string, unknown>);
      const objects = [{ object: read, assigned: assignedMarkings(level) }];
      return database.write(admitObjects, { origin, author: null, objects });
    },
    admitAll: async (all: readonly object[]) => {
      for (const some of slices(all, 250)) {
        const objects = some.map((one) => ({ object: readOwnObject(one as Record<string, unknown>), assigned: [] }));
        await database.write(admitObjects, { origin: OWN, author: null, objects });
      }
    },
    search: async (
      text: string,
      { open, cursor, ...filters }: FilterInput & { open?: string; cursor?: string } = {},
    ) => {
      const wanted = { text, open, cursor, filters: readFilters(filters, Date.now()), ...naming };
      return search(database.objects, wanted);
    },
  };
}
