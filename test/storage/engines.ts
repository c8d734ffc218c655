import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { initHome, type NewHome, type OpenNode, openNode } from "@entente/node";
import { HOW_TO_INSTALL } from "./cluster.ts";
import { postgresqlDatabase } from "./test-database.ts";

export const WRITER = new URL("writer-with-acts.ts", import.meta.url);

const ENGINES = {
  SQLite: async (): Promise<NewHome["database"]> => ({ engine: "sqlite" }),
  PostgreSQL: postgresqlDatabase,
};

type EngineName = keyof typeof ENGINES;

/** Runs the same test on each engine; the tests of a file share a node, so each brings ids and names of its own. */
export function onEveryEngine(name: string, work: (node: OpenNode) => Promise<void>): void {
  for (const engine of ["SQLite", "PostgreSQL"] as const) {
    test(`${engine}: ${name}`, (context) => withNode(context, engine, work));
  }
}

/** The same for what only PostgreSQL can do. */
export function onPostgresql(name: string, work: (node: OpenNode) => Promise<void>): void {
  test(`PostgreSQL: ${name}`, (context) => withNode(context, "PostgreSQL", work));
}

async function withNode(context: TestContext, engine: EngineName, work: (node: OpenNode) => Promise<void>) {
  const opened = nodes.get(engine) ?? open(engine);
  nodes.set(engine, opened);
  const node = await opened;
  return node ? work(node) : context.skip(HOW_TO_INSTALL);
}

const nodes = new Map<EngineName, Promise<OpenNode | undefined>>();

async function open(engine: EngineName): Promise<OpenNode | undefined> {
  const database = await ENGINES[engine]();
  if (!database) return undefined;
  const home = mkdtempSync(join(tmpdir(), "entente-storage-"));
  await initHome({ home, name: "Korea", nation: "KOR", port: 0, database });
  const node = await openNode({ home, writer: WRITER });
  await node.releases.start();
  return node;
}

after(async () => {
  for (const opened of nodes.values()) {
    const node = await opened;
    if (!node) continue;
    await node.releases.stop();
    await node.close();
    rmSync(node.home, { recursive: true });
  }
});

/** Asks again until the answer satisfies. */
export async function until<T>(ask: () => Promise<T>, satisfies: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 10_000; ; ) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) throw new Error(`not within ten seconds: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
