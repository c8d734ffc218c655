import { randomBytes } from "node:crypto";
import type { NewHome } from "@entente/node";
import pg from "pg";
import { HOW_TO_INSTALL, startCluster } from "./cluster.ts";

type DatabaseSetting = NonNullable<NewHome["database"]>;

/*
 * ENTENTE_TEST_DATABASE runs tests on PostgreSQL that run on SQLite otherwise: `postgresql` starts a server for each
 * process of the tests, an address (of a role that may create databases) uses the one that is there.
 */
const WANTED = process.env.ENTENTE_TEST_DATABASE ?? "sqlite";

let cluster: Promise<string | undefined> | undefined;

/** Where a new data folder of a test has its tables: on the engine that this run of the tests is for. */
export async function testDatabase(): Promise<DatabaseSetting> {
  if (WANTED === "sqlite") return { engine: "sqlite" };
  const setting = await postgresqlDatabase();
  if (!setting) throw new Error(HOW_TO_INSTALL);
  return setting;
}

/** An empty database of its own on PostgreSQL; undefined where that is not installed. */
export async function postgresqlDatabase(): Promise<(DatabaseSetting & { engine: "postgresql" }) | undefined> {
  cluster ??= /^postgres(?:ql)?:\/\//.test(WANTED) ? Promise.resolve(WANTED) : startCluster();
  const maintenance = await cluster;
  if (!maintenance) return undefined;
  const name = `entente_${randomBytes(6).toString("hex")}`;
  await onMaintenance(maintenance, `create database ${name} template template0 encoding 'UTF8'`);
  return { engine: "postgresql", address: databaseAt(maintenance, name) };
}

/** A copy of a database that nobody is connected to. */
export async function copyOf(address: string): Promise<string> {
  const maintenance = (await cluster) ?? "";
  const name = `entente_${randomBytes(6).toString("hex")}`;
  await onMaintenance(maintenance, `create database ${name} template ${new URL(address).pathname.slice(1)}`);
  return databaseAt(maintenance, name);
}

function databaseAt(maintenance: string, name: string): string {
  const address = new URL(maintenance);
  address.pathname = `/${name}`;
  return address.href;
}

async function onMaintenance(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
