import { randomBytes } from "node:crypto";
import { type ApiRoot, type Collection, createTaxiiServer, type TaxiiContext, type TaxiiLimits } from "../src/index.ts";

type Setup = {
  readonly collections: readonly Collection[];
  readonly roots?: readonly ApiRoot<TaxiiContext>[];
  readonly limits?: Partial<TaxiiLimits>;
};

export const ROOT = "/taxii2/releases/";

/** A server with one root, and `get`, which asks it as a named party; faults fail the test that caused them. */
export function serverUnderTest({ collections, roots = [], limits }: Setup) {
  const server = createTaxiiServer({
    discovery: { title: "Test node" },
    roots: [{ path: ROOT, title: "Releases", collections: () => collections }, ...roots],
    cursorSecret: randomBytes(32),
    ...(limits && { limits }),
    onFault: (error) => {
      throw error;
    },
  });
  const ask = async (
    method: string,
    target: string,
    headers: Record<string, string> = {},
    party = "usa",
    body?: Uint8Array,
  ) => {
    const [path = "", query = ""] = target.split(/\?(.*)/s);
    const answer = await server.handle(
      { method, path, query, headers, ...(body && { body: inChunks(body) }) },
      { party },
    );
    const text = Buffer.from(answer.body).toString("utf8");
    return { ...answer, text, json: text === "" ? undefined : JSON.parse(text) };
  };
  const get = (target: string, party?: string) => ask("GET", target, {}, party);
  return { server, ask, get };
}

async function* inChunks(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += 1000) yield body.subarray(at, at + 1000);
}

export function objectId(type: string, number: number): string {
  return `${type}--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
