import { NotesError } from "../error.ts";
import type { PartyKey } from "../ledger/party.ts";
import { parseNote } from "../note/parse-note.ts";
import { ACT_NAMES, type ActName, type ActState, verifyAct } from "./act.ts";
import { type FilesByName, type Findings, fileNamed } from "./findings.ts";
import { actFileName, MANIFEST_FILE, noteFileName, signatureFileName } from "./folder-file.ts";
import { type Manifest, manifestSha256 } from "./manifest.ts";

/**
 * Verifies each act in the folder: that its note, text and signatures agree and are right, and that it names this
 * manifest. Gives the acts that were proven, in the order of the document's commands, and the names of all files that
 * belong to acts.
 */
export function findingsOfActs(manifest: Manifest, files: FilesByName, keys: readonly PartyKey[], findings: Findings) {
  const present = ACT_NAMES.filter((name) => files.has(noteFileName(name)));
  const states = present.flatMap((name) => {
    const file = noteFileName(name);
    const state = findings.check(file, () => proveAct(name, manifest, files, keys));
    if (state && !state.signed) {
      findings.add(file, "not-signed", `The line of ${state.missing.join(" and ")} is missing; ask for it.`);
    }
    for (const copy of state ? copiesOf(state, files) : []) findings.check(copy.name, copy.prove);
    return state ? [state] : [];
  });
  if (!present.includes("sign")) {
    findings.add(noteFileName("sign"), "not-signed", "The parties have not signed this text: there is no act `sign`.");
  }
  const fileNames = present.flatMap((name) => [
    noteFileName(name),
    actFileName(name),
    ...manifest.parties.map((party) => signatureFileName(name, party)),
  ]);
  return { states, fileNames };
}

function proveAct(name: ActName, { parties }: Manifest, files: FilesByName, keys: readonly PartyKey[]): ActState {
  const state = verifyAct(fileNamed(files, noteFileName(name)), parties, keys);
  if (state.act.name !== name) {
    throw new NotesError("act-invalid", `${noteFileName(name)} holds the act "${state.act.name}"; do not use it.`);
  }
  if (state.manifestSha256 !== manifestSha256(fileNamed(files, MANIFEST_FILE))) {
    throw new NotesError("digest-differs", `The act "${name}" names another manifest; do not use it.`);
  }
  return state;
}

/** The files beside a note, which repeat its parts for `openssl`: each must be the same bytes. */
function copiesOf({ act, signedBy, missing }: ActState, files: FilesByName) {
  const { text, signatures } = parseNote(fileNamed(files, noteFileName(act.name)));
  const copies = [
    { name: actFileName(act.name), bytes: Buffer.from(text) },
    ...signedBy.map((party) => ({
      name: signatureFileName(act.name, party),
      bytes: Buffer.from(signatures.find(({ name }) => name === party)!.signature),
    })),
  ];
  const same = copies.map(({ name, bytes }) => ({ name, prove: () => proveSame(name, bytes, files) }));
  const none = missing.map((party) => signatureFileName(act.name, party)).filter((name) => files.has(name));
  return [...same, ...none.map((name) => ({ name, prove: () => refuseLoose(name) }))];
}

function proveSame(name: string, expected: Buffer, files: FilesByName): void {
  if (expected.equals(fileNamed(files, name))) return;
  throw new NotesError("digest-differs", `${name} is not what the act's note holds; do not use it.`);
}

function refuseLoose(name: string): never {
  throw new NotesError("file-unexpected", `${name} has no line in the act's note; do not rely on it.`);
}
