import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initHome } from "@entente/node";
import { ask } from "@entente/node/command-line";
import { PARTY_DEFINITION } from "@entente/stix";
import { KOREA, UNITED_STATES } from "../../demo/parties.ts";
import { testDatabase } from "../storage/test-database.ts";
import { type Answer, Visitor } from "./visitor.ts";

const COMMAND_LINE = fileURLToPath(new URL("../../node/bin/entente.js", import.meta.url));

export type Side = {
  readonly short: "KOR" | "USA";
  readonly party: string;
  readonly home: string;
  readonly port: number;
  readonly peerPort: number;
  readonly host: string;
};

export type Alliance = {
  readonly korea: Side;
  readonly unitedStates: Side;
  start(side: Side, ...options: readonly string[]): Promise<void>;
  /** `kill -9`, or an orderly stop. */
  stop(side: Side, signal?: "SIGKILL" | "SIGTERM"): Promise<void>;
  signIn(side: Side, person?: "Analyst" | "Releasing officer" | "Second releasing officer"): Promise<Visitor>;
  close(): Promise<void>;
};

/** Two real nodes, each a process with a folder of its own, paired by their cards and talking TLS on loopback. */
export async function makeAlliance({ pullEveryMs = 500, mailPort = 0 } = {}): Promise<Alliance> {
  const folder = mkdtempSync(join(tmpdir(), "entente-alliance-"));
  const korea = await makeSide(folder, KOREA, { pullEveryMs, mailPort });
  const unitedStates = await makeSide(folder, UNITED_STATES, { pullEveryMs, mailPort });
  const cards = await Promise.all([korea, unitedStates].map(({ home }) => ask<{ card: string }>(home, "card", {})));
  await ask(korea.home, "pair", cards[1]);
  await ask(unitedStates.home, "pair", cards[0]);
  const processes = new Map<Side, ChildProcess>();

  const stop = async (side: Side, signal: "SIGKILL" | "SIGTERM" = "SIGTERM") => {
    const child = processes.get(side);
    processes.delete(side);
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    korea,
    unitedStates,
    stop,
    start: async (side) => {
      const stdio: ("ignore" | "inherit" | "ipc")[] = ["ignore", "ignore", "inherit", "ipc"];
      const child = spawn(process.execPath, [COMMAND_LINE, "serve", "--home", side.home], { stdio });
      processes.set(side, child);
      const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
      if ((first as { ready?: boolean } | null)?.ready !== true) throw new Error(`${side.short} ended with ${first}`);
    },
    signIn: async (side, person = "Releasing officer") => {
      const { link } = await ask<{ link: string }>(side.home, "sign-in", { as: person, tokenFile: false });
      const visitor = new Visitor(side);
      await visitor.post("/api/sign-in", { token: link.split("#")[1] });
      return visitor;
    },
    close: async () => {
      await Promise.all([stop(korea), stop(unitedStates)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeSide(
  folder: string,
  { id, short, host, names, unit }: typeof KOREA,
  { pullEveryMs, mailPort }: { pullEveryMs: number; mailPort: number },
): Promise<Side> {
  const home = join(folder, short.toLowerCase());
  const [port, peerPort] = await Promise.all([freePort(), freePort()]);
  const extension = { extension_type: "property-extension", names, short, unit };
  await initHome({
    ...{ home, name: names.en, nation: short, host, port, peerPort, pullEveryMs, demonstration: true },
    identity: { id, name: names.en, extensions: { [PARTY_DEFINITION]: extension } },
    database: await testDatabase(),
    mail:
      mailPort === 0 ? null : { host: "127.0.0.1", port: mailPort, from: `bulletin@${short.toLowerCase()}.example` },
  });
  return { short: short as Side["short"], party: id, home, port, peerPort, host };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Asks again until the answer satisfies. @throws after `timeoutMs`, with the last answer */
export async function until<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  { timeoutMs = 10_000, everyMs = 25 } = {},
): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; ) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

export type { Answer, Visitor };
