import type { KeyObject } from "node:crypto";
import { type Act, actNote, NotesError, type PartyKey, verifyAct } from "@entente/notes";
import { EntenteError } from "#kernel/errors";
import type { JointText } from "./model.ts";

/** The own party's signing key, under the party's id: the name that stands in every note. */
export type PartySigner = { readonly party: string; readonly privateKey: KeyObject };

/**
 * What is kept as our signature must be one by the key on our card; otherwise the other side would find out first.
 * @throws EntenteError "proof-failed"
 */
export function requireOwnLine(
  { own }: JointText,
  act: Act,
  { manifest, line, keys }: { manifest: string; line: string; keys: readonly PartyKey[] },
): void {
  try {
    if (verifyAct(actNote(act, manifest, [line]), [own], keys).signed) return;
  } catch (cause) {
    if (!(cause instanceof NotesError)) throw cause;
  }
  throw new EntenteError({
    code: "proof-failed",
    kind: "unproven",
    message: "The signature does not fit the signing key on this node's own card.",
    remedy: "An operator compares the keys of the data folder with the card.",
  });
}
