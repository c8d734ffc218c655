import type { KeyPage } from "@entente/notes";
import type { Parts } from "#http";
import { concludeAccord, isUnconcluded } from "./conclude-accord.ts";
import { ownKey, peerKeys } from "./party-keys.ts";
import { readJointTexts } from "./read-joint-text.ts";
import type { PartySigner } from "./signer.ts";

export type Texts = {
  /** Concludes what is agreed, now and whenever something changes, until `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type TextsParts = Pick<Parts, "database" | "releases" | "log"> & {
  readonly signer: PartySigner;
  /** The public pages on which both parties show their keys' fingerprints: without them a folder would prove itself. */
  readonly keyPages: () => readonly KeyPage[] | Promise<readonly KeyPage[]>;
};

/**
 * Watches for the last of the four lines of a joint text. Nothing is remembered here: what is to be done is read from
 * the database each time, so that a restart goes on where the node stopped.
 */
export function createTexts({ database, releases, signer, keyPages, log }: TextsParts): Texts {
  const own = ownKey(signer);
  const conclude = concludeAccord(releases.rules);
  let running: Promise<void> = Promise.resolve();
  let again = false;
  let unsubscribe = () => {};

  const concludeAll = async () => {
    const keys = [own, ...(await peerKeys(database.objects))];
    for (const text of await readJointTexts(database.objects, keys)) {
      if (!(await isUnconcluded(database.objects, text))) continue;
      // One text that cannot be concluded must not keep the next from it.
      await database.write(conclude, { id: text.frame.id, keys, keyPages: await keyPages() }).catch(log);
    }
  };
  const wake = () => {
    if (again) return;
    again = true;
    running = running
      .then(() => {
        again = false;
        return concludeAll();
      })
      .catch(log);
  };

  return {
    start: async () => {
      // An act that came in, or something that the publication may have waited for.
      unsubscribe = database.onChange(({ room }) => {
        if (room === "objects" || room === "releases") wake();
      });
      wake();
      await running;
    },
    stop: async () => {
      unsubscribe();
      await running;
    },
  };
}
