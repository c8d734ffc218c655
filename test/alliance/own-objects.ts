import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "@entente/node/command-line";
import { type JsonObject, TLP_MARKING, type TlpLevel } from "@entente/stix";
import type { Side } from "./alliance.ts";

let made = 0;

/** A token with which the command line acts as a person. */
export async function tokenOf({ home }: Side, as: string): Promise<string> {
  return (await ask<{ token: string }>(home, "sign-in", { as, tokenFile: true })).token;
}

/** Brings objects in as a side's own people write them. */
export async function writeOwn({ home }: Side, objects: readonly JsonObject[], token?: string): Promise<void> {
  made += 1;
  const path = join(home, "..", `written-${process.pid}-${made}.json`);
  writeFileSync(path, JSON.stringify({ type: "bundle", objects }));
  const { refused } = await ask<{ refused: unknown[] }>(home, "import", { path, source: "own", label: null, token });
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** A report of a side, by default on itself. */
export function report(
  { party }: Side,
  {
    name,
    label = "clear",
    refs = [party],
    ...more
  }: { name: string; label?: TlpLevel | null; refs?: readonly string[] } & JsonObject,
): JsonObject & { id: string } {
  const now = new Date(Date.now() - 1000).toISOString();
  return {
    type: "report",
    spec_version: "2.1",
    id: `report--${crypto.randomUUID()}`,
    created_by_ref: party,
    created: now,
    modified: now,
    published: now,
    name,
    object_refs: [...refs],
    ...(label ? { object_marking_refs: [TLP_MARKING[label]] } : {}),
    ...more,
  };
}
