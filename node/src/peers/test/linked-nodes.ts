import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { millisecondTimestamp, TLP_MARKING } from "@entente/stix";
import { admitObjects, OWN, type ReadObject, readOwnObject } from "#objects";
import { withPlainSql } from "../../../../test/storage/plain-sql.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import { initHome } from "../../init-home.ts";
import { type OpenNode, openNode } from "../../open-node.ts";
import { createPeers, ownCard, type Peers, pairWithCard } from "../index.ts";

const WRITER = new URL("writer-thread.ts", import.meta.url);

/** A node as far as the link needs it: data folder, release rule, peer listener, synchronisation. */
export type LinkedNode = {
  readonly parts: OpenNode;
  readonly faults: unknown[];
  readonly peerPort: number;
  /** Sets the node's clock ahead. */
  setAhead(ms: number): void;
  /** Alters the data folder behind the node's back, as a hostile or broken ally would. */
  alter(sql: string, ...values: (string | number | null | Uint8Array)[]): Promise<void>;
  /** One value of the data folder, as `alter` would meet it. */
  read(sql: string): Promise<unknown>;
  start(options?: { wakeUp?: boolean }): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

export async function makeNode(nation: string, { pullEveryMs = 60_000 } = {}): Promise<LinkedNode> {
  const home = mkdtempSync(join(tmpdir(), "entente-link-"));
  await initHome({
    home,
    name: `Nation ${nation}`,
    nation,
    port: 0,
    peerPort: await freePort(),
    pullEveryMs,
    demonstration: true,
    database: await testDatabase(),
  });
  const faults: unknown[] = [];
  let aheadMs = 0;
  const clock = { now: () => Date.now() + aheadMs };
  const parts = await openNode({ home, writer: WRITER, clock, log: (error) => faults.push(error) });
  let peers: Peers | undefined;
  const stop = async () => {
    await peers?.stop();
    peers = undefined;
  };
  return {
    parts,
    faults,
    peerPort: parts.configuration.peer.port,
    setAhead: (ms) => {
      aheadMs = ms;
      writeFileSync(join(home, "clock-offset"), String(ms));
    },
    alter: (sql, ...values) =>
      withPlainSql(home, "objects", async ({ run }) => {
        assert.ok((await run(sql, ...values)) > 0, sql);
      }),
    read: (sql) => withPlainSql(home, "objects", async ({ all }) => Object.values((await all(sql))[0] ?? {})[0]),
    start: async (options) => {
      peers = createPeers(parts, options);
      await peers.start();
      await parts.releases.start();
    },
    stop,
    close: async () => {
      await stop();
      await parts.releases.stop();
      await parts.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Pairs two nodes by their card files, as their operators would. */
export async function pair(one: LinkedNode, other: LinkedNode): Promise<void> {
  await pairWithCard(one.parts, await ownCard(other.parts));
  await pairWithCard(other.parts, await ownCard(one.parts));
}

let made = 0;

export function identity(properties: Record<string, unknown> = {}): ReadObject {
  made += 1;
  const now = millisecondTimestamp(Date.now());
  return readOwnObject({
    type: "identity",
    spec_version: "2.1",
    id: `identity--${crypto.randomUUID()}`,
    created: now,
    modified: now,
    name: `Unit ${made}`,
    object_marking_refs: [TLP_MARKING.green],
    ...properties,
  });
}

/** Brings objects in as own people's, and has them released to the other node. */
export async function release(from: LinkedNode, to: LinkedNode, objects: readonly ReadObject[]): Promise<void> {
  const { database, releases } = from.parts;
  await database.write(admitObjects, {
    origin: OWN,
    author: null,
    objects: objects.map((object) => ({ object, assigned: [] })),
  });
  const ids = objects.map(({ id }) => id);
  await releases.decide({ party: to.parts.ownParty.id, ids, reason: "test", first: { id: "p1", function: "officer" } });
}

/** Asks again until the answer satisfies. */
export async function until<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  timeoutMs = 20_000,
): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; ) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
