import { EntenteError } from "#kernel/errors";
import { askRunningNode } from "./control-socket.ts";
import type { OperationName } from "./operations.ts";

const WAIT_MS = 50;
const TRIES = 100;

/**
 * Has an operation carried out: by the node that serves from this folder, else by opening the folder itself. Between
 * the two lies the moment in which a node has the lock and does not listen yet: then it is asked again.
 */
export async function ask<T>(home: string, name: OperationName, input: unknown): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const answered = await askRunningNode(home, { name, input });
    if (answered) return answered.output as T;
    try {
      return (await alone(home, name, input)) as T;
    } catch (error) {
      const isHeld = error instanceof EntenteError && error.code === "home-locked";
      if (!isHeld || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

async function alone(home: string, name: OperationName, input: unknown): Promise<unknown> {
  // Loaded only now: whoever asks a node that serves needs none of it.
  const [{ openNode }, { perform }] = await Promise.all([import("../open-node.ts"), import("./operations.ts")]);
  const node = await openNode({ home });
  try {
    await node.releases.start();
    const output = await perform(node, name, input);
    await node.releases.stop();
    return output;
  } finally {
    await node.close();
  }
}
