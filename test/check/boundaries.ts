import type { Import, Module } from "./modules.ts";

/** What each inner folder of the node may lean on (architecture.md): dependencies point inward. */
const INNER: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  database: ["kernel"],
  objects: ["kernel", "database"],
  release: ["kernel", "database", "objects"],
  http: ["kernel", "database", "objects", "release"],
  accounts: ["kernel", "database", "http"],
  mail: ["kernel", "http"],
  peers: ["kernel", "database", "objects", "release", "http"],
};
/** A contract of types alone, which both sides compile against. */
const CONTRACT = "node/src/http/api.ts";
/** Opens connections, or listens: nothing else may. */
const MAY_CONNECT = new Set(["node/src/kernel/outbound.ts", "node/src/cli/control.ts", "demo/mail.ts"]);
const NETWORK = new Set(["node:net", "node:tls", "node:http", "node:https", "node:http2", "node:dgram", "undici"]);

/** Everything that crosses a boundary, one sentence each. */
export function brokenBoundaries(modules: readonly Module[]): string[] {
  return [
    ...modules.flatMap(({ imports }) => imports.flatMap(brokenBy)),
    ...modules.flatMap(openDoors),
    ...cycles(modules),
  ];
}

function brokenBy(one: Import): string[] {
  const { from, to } = one;
  const sentence = (why: string) => [`${from} imports ${to}: ${why}`];
  if (to === CONTRACT) return [];
  if (from.startsWith("packages/")) {
    const home = from.split("/").slice(0, 2).join("/");
    const isLibrary = !/^(?:node|demo|console)\//.test(to);
    const isIndexOfOther = !to.startsWith(home) && to.startsWith("packages/") && !to.endsWith("/src/index.ts");
    return isLibrary && !isIndexOfOther ? [] : sentence("a package stands alone");
  }
  if (!from.startsWith("node/src/") || !to.startsWith("node/src/")) return [];
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there || here === "cli" || here === undefined) return [];
  if (there === undefined) return sentence("only the command line and main.ts join the parts");
  const allowed = INNER[here];
  if (allowed && !allowed.includes(there))
    return sentence(`${here} may lean on ${allowed.join(", ") || "nothing"} only`);
  const isDoor = to.endsWith("/index.ts") || there === "kernel";
  return isDoor ? [] : sentence(`rooms meet through ${there}/index.ts`);
}

function roomOf(path: string): string | undefined {
  return /^node\/src\/([\w-]+)\//.exec(path)?.[1];
}

function openDoors({ path, text, imports }: Module): string[] {
  if (MAY_CONNECT.has(path) || !/^(?:node|packages|demo)\//.test(path)) return [];
  const network = imports.filter(({ to, isType }) => NETWORK.has(to) && !isType && !isListener(path));
  return [
    ...network.map(({ to }) => `${path} imports ${to}: connections are opened in kernel/outbound.ts only`),
    ...(/(?<![.\w])fetch\(/.test(text)
      ? [`${path} calls fetch: connections are opened in kernel/outbound.ts only`]
      : []),
    ...(/process\.env/.test(text) ? [`${path} reads process.env: configuration is read in one place`] : []),
  ];
}

/** undici speaks HTTP over sockets that it is given; listeners are opened by Fastify. */
function isListener(path: string): boolean {
  return path.startsWith("node/src/peers/") || path === "node/src/main.ts";
}

/** Modules that need each other at run time. */
function cycles(modules: readonly Module[]): string[] {
  const graph = new Map(
    modules.map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType).map(({ to }) => to)]),
  );
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}`);
      return;
    }
    state.set(path, "open");
    for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
