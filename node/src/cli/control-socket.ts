import { join } from "node:path";
import { createInterface } from "node:readline";
import { errorFrom, type PlainError } from "#kernel/errors";
import { connectLocal } from "#kernel/outbound";
import type { OperationName } from "./operations.ts";

/** One line of JSON each way over a socket in the data folder. */
export type Asked = { readonly name: OperationName; readonly input: unknown };
export type Answer = { readonly output: unknown } | { readonly error: PlainError };

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

export function socketPath(home: string): string {
  return join(home, "control");
}
