import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { createInterface } from "node:readline";
import type { Parts } from "#http";
import { plainError } from "#kernel/errors";
import { type Answer, type Asked, socketPath } from "./control-socket.ts";
import { perform } from "./operations.ts";

/** Lets the command line of this machine's administrator work while the node serves: mode 0600, in the data folder. */
export function serveControl(parts: Parts): Promise<Server> {
  const path = socketPath(parts.home);
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    socket.on("error", parts.log);
    createInterface({ input: socket }).once("line", async (line) => {
      socket.end(`${JSON.stringify(await answer(parts, line))}\n`);
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

async function answer(parts: Parts, line: string): Promise<Answer> {
  try {
    const { name, input } = JSON.parse(line) as Asked;
    return { output: (await perform(parts, name, input)) ?? null };
  } catch (error) {
    return { error: plainError(error) };
  }
}
