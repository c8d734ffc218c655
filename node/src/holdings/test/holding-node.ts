import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlpLevel } from "@entente/stix";
import { publicListener } from "#http";
import { admitObjects, assignedMarkings, type Origin, readOwnObject } from "#objects";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import { initHome } from "../../init-home.ts";
import { openNode } from "../../open-node.ts";
import { createToken, holdingsRoutes, type Rights } from "../index.ts";

const MEDIA_TYPE = "application/taxii+json;version=2.1";

type Asked = {
  readonly as?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

/** A node with its real writer, which listens over real HTTP for its own tools. */
export async function holdingNode() {
  const home = mkdtempSync(join(tmpdir(), "entente-holdings-"));
  await initHome({ home, name: "Korea", nation: "KOR", port: 0, database: await testDatabase() });
  const faults: unknown[] = [];
  const parts = await openNode({ home, log: (error) => faults.push(error) });
  const app = await publicListener(parts, {
    identify: async () => {},
    routes: [(server) => holdingsRoutes(server, parts)],
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const tokens = new Map<string, string>();

  return {
    parts,
    faults,
    port,
    /** Makes a tool; `rights` as in "rw": read, write, delete by their first letters. */
    async tool(name: string, collections: readonly string[], rights: string, label: TlpLevel = "clear") {
      const can: Rights = { read: rights.includes("r"), write: rights.includes("w"), delete: rights.includes("d") };
      const { token } = await parts.database.write(createToken, {
        name,
        collections,
        rights: can,
        source: name,
        label,
      });
      tokens.set(name, token);
      return token;
    },
    /** Hands objects in as an import does, in one transaction. */
    admit: (origin: Origin, level: TlpLevel | null, ...objects: object[]) =>
      parts.database.write(admitObjects, {
        origin,
        author: null,
        objects: objects.map((object) => ({
          object: readOwnObject({ ...object }),
          assigned: assignedMarkings(level),
        })),
      }),
    /** Asks below /taxii2/holdings/, or at a whole path. */
    async ask(target: string, { as, method = "GET", headers = {}, body }: Asked = {}) {
      const path = target.startsWith("/") ? target : `/taxii2/holdings/${target}`;
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          ...(as === undefined ? {} : { authorization: `Basic ${btoa(`${as}:${tokens.get(as)}`)}` }),
          ...(method === "POST" ? { "content-type": MEDIA_TYPE } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body as BodyInit, duplex: "half" }),
      } as RequestInit);
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: text === "" ? undefined : JSON.parse(text),
      };
    },
    async close() {
      await app.close();
      await parts.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type HoldingNode = Awaited<ReturnType<typeof holdingNode>>;

/** An indicator, its id told by a number and its version by a day of January 2025. */
export function indicator(number: number, { day = 1, ...properties }: { day?: number; [name: string]: unknown } = {}) {
  const modified = `2025-01-${String(day).padStart(2, "0")}T00:00:00.000Z`;
  return {
    type: "indicator",
    spec_version: "2.1",
    id: indicatorId(number),
    created: "2025-01-01T00:00:00.000Z",
    modified,
    name: `Indicator ${number}`,
    pattern: `[ipv4-addr:value = '198.51.100.${number % 256}']`,
    pattern_type: "stix",
    valid_from: "2025-01-01T00:00:00Z",
    ...properties,
  };
}

export function indicatorId(number: number): string {
  return `indicator--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
