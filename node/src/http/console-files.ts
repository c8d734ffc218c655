import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { App } from "./app.ts";

const BUILT = fileURLToPath(new URL("../../../console/dist/", import.meta.url));

/** The console, built by `npm ci`: every address below /console/ that is no file is the application itself. */
export async function consoleFiles(app: App): Promise<void> {
  if (!existsSync(join(BUILT, "index.html"))) return;
  const page = readFileSync(join(BUILT, "index.html"));
  const send = (reply: {
    type(mime: string): { header(name: string, value: string): { send(body: Buffer): unknown } };
  }) => reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  await app.register(files, {
    root: join(BUILT, "assets"),
    prefix: "/console/assets/",
    immutable: true,
    maxAge: "365d",
    wildcard: false,
    index: false,
  });
  app.get("/console", (_request, reply) => send(reply));
  app.get("/console/*", (_request, reply) => send(reply));
}
