import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Parts } from "#http";
import { errorFrom, type PlainError, plainError } from "#kernel/errors";
import { connectLocal } from "#kernel/outbound";
import { type OperationName, perform } from "./operations.ts";

type Asked = { readonly name: OperationName; readonly input: unknown };
type Answer = { readonly output: unknown } | { readonly error: PlainError };

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

/** Asks the node that holds the folder; undefined when none answers. */
export async function askRunningNode(home: string, asked: Asked): Promise<{ output: unknown } | undefined> {
  const socket = await connectLocal(socketPath(home));
  if (!socket) return undefined;
  socket.write(`${JSON.stringify(asked)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const answered = JSON.parse(line) as Answer;
    if ("error" in answered) throw errorFrom(answered.error);
    return answered;
  }
  throw new Error("The node ended before it answered.");
}

function socketPath(home: string): string {
  return join(home, "control");
}
