import type { KeyObject } from "node:crypto";
import { NotesError } from "../error.ts";
import { isInstant } from "../ledger/instant.ts";
import type { PartyKey } from "../ledger/party.ts";
import { isHash } from "../merkle/hash.ts";
import { parseNote } from "../note/parse-note.ts";
import { noteOf, signatureLine } from "../note/sign-note.ts";
import { verifierOf } from "../note/verifier.ts";
import { verifyNote } from "../note/verify-note.ts";

export const ACT_NAMES = [
  "initial",
  "sign-ad-referendum",
  "confirm",
  "sign",
  "publish",
  "correct",
  "withdraw",
] as const;

export type ActName = (typeof ACT_NAMES)[number];

/** An act on an accord. `instant`: for `publish`, and only there, when the text becomes public (STIX timestamp). */
export type Act = { readonly name: ActName; readonly instant?: string };

/**
 * The three lines that a party signs: `entente/act/v1`, the act, the manifest's SHA-256. The act is inside what is
 * signed, so an initial can't be passed off as a signature. @throws NotesError `act-invalid`
 */
export function actText({ name, instant }: Act, manifestSha256: string): string {
  if (!ACT_NAMES.includes(name)) throw invalid(`the act is none of ${ACT_NAMES.join(", ")}`);
  if (name === "publish" ? !isInstant(instant) : instant !== undefined) {
    throw invalid("publish needs an instant (a UTC timestamp ending in Z), and no other act has one");
  }
  if (!isHash(manifestSha256)) throw invalid("the manifest's SHA-256 is not 64 hexadecimal digits");
  return `entente/act/v1\n${instant === undefined ? name : `${name} ${instant}`}\n${manifestSha256}\n`;
}

/** Reads what `actText` writes. @throws NotesError `act-invalid` */
export function parseActText(text: string): { act: Act; manifestSha256: string } {
  const [, name, , instant, manifestSha256] = /^entente\/act\/v1\n([a-z-]+)( (\S+))?\n(.+)\n$/.exec(text) ?? [];
  if (!name || !manifestSha256) throw invalid("it is not the three lines of entente/act/v1");
  const act: Act = { name: name as ActName, ...(instant === undefined ? {} : { instant }) };
  actText(act, manifestSha256);
  return { act, manifestSha256 };
}

/** A party's line under an act, without newline: the key's name is the party's id. @throws NotesError `act-invalid` */
export function signAct(act: Act, manifestSha256: string, party: string, privateKey: KeyObject): string {
  return signatureLine(actText(act, manifestSha256), { name: party, privateKey });
}

/**
 * The act's note from the lines that were given so far, sorted, so that both nodes write the same file whoever signed
 * first. @throws NotesError `act-invalid`, `note-syntax`
 */
export function actNote(act: Act, manifestSha256: string, lines: readonly string[]): string {
  return noteOf(actText(act, manifestSha256), [...new Set(lines)].sort());
}

/** Who has given an act. `signed`: every named party has, and only that is "signed". */
export type ActState = {
  readonly act: Act;
  readonly manifestSha256: string;
  readonly signedBy: readonly string[];
  readonly missing: readonly string[];
  readonly signed: boolean;
};

/**
 * Verifies an act's note: whose line is there and right. A missing line is an answer, not an error.
 * @param parties the manifest's
 * @param keys at least one for each party; several while a successor key comes in
 * @throws NotesError `signature-wrong` when any party's line is wrong; `act-invalid` and what `parseNote` throws
 */
export function verifyAct(note: Uint8Array | string, parties: readonly string[], keys: readonly PartyKey[]): ActState {
  const { text, signatures } = parseNote(note);
  const read = parseActText(text);
  const verifiers = keys
    .filter(({ party }) => parties.includes(party))
    .map(({ party, publicKey }) => verifierOf(party, publicKey));
  for (const { name, keyId } of signatures) {
    // A line in a party's name by a key that is not the party's must not be passed over like a stranger's.
    if (parties.includes(name) && !verifiers.some((known) => known.name === name && known.keyId === keyId)) {
      throw new NotesError(
        "signature-wrong",
        `The line of ${name} is by none of its keys; get its card, or its line, again.`,
      );
    }
  }
  const anyKnown = signatures.some(({ name }) => parties.includes(name));
  const signers = anyKnown ? verifyNote(note, verifiers).signedBy.map(({ name }) => name) : [];
  const signedBy = parties.filter((party) => signers.includes(party));
  const missing = parties.filter((party) => !signers.includes(party));
  return { ...read, signedBy, missing, signed: missing.length === 0 };
}

function invalid(reason: string): NotesError {
  return new NotesError("act-invalid", `Not an act: ${reason}.`);
}
