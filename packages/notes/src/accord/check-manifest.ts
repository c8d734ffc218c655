import { NotesError } from "../error.ts";
import { isPartyId } from "../ledger/party.ts";
import { isHash } from "../merkle/hash.ts";
import { ACCORD_KINDS, type Manifest, type ManifestText, PRECEDENCES, SINGLE_COPY, textFileName } from "./manifest.ts";

const SYMBOL = /^[A-Za-z0-9][A-Za-z0-9./_-]*$/;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/;
// An annex's name is a file's name in the folder: none may be hidden, climb out of it, or look like an option.
const ANNEX_NAME = /^[a-z0-9][a-z0-9.-]*$/;
const SESSION = /^entente-session--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// Far beyond any accord; the checks compare each text with each other one.
const MAX_FILES = 500;

/** The manifest itself, when every field holds what it must. @throws NotesError `manifest-invalid` */
export function checkManifest(manifest: Manifest): Manifest {
  const { symbol, kind, parties, precedence, texts, annexes = [], basis, supersedes, corrects } = manifest;
  must(SYMBOL.test(symbol ?? ""), "its symbol is not like CCWG-8/JS/1");
  must(ACCORD_KINDS.includes(kind), `its kind is none of ${ACCORD_KINDS.join(", ")}`);
  must(parties.length === 2 && parties.every(isPartyId) && parties[0] !== parties[1], "it has not two parties");
  must(PRECEDENCES.includes(precedence), `its precedence is none of ${PRECEDENCES.join(", ")}`);
  must(texts.length + annexes.length <= MAX_FILES, `it names more than ${MAX_FILES} files`);
  checkTexts(texts, precedence === "alternat" ? parties : [SINGLE_COPY]);
  const fileNames = [...texts.map(textFileName), ...annexes.map(({ name }) => name)];
  for (const { name, sha256 } of annexes) {
    must(ANNEX_NAME.test(name ?? ""), "an annex's name is not lower-case letters, digits, dots and hyphens");
    must(isHash(sha256), `the sha256 of annex ${name} is not 64 hexadecimal digits`);
  }
  must(new Set(fileNames).size === fileNames.length, "two of its files have one name");
  must(basis === undefined || SESSION.test(basis), "its basis is no session's id");
  for (const earlier of [supersedes, corrects]) {
    must(earlier === undefined || isHash(earlier), "what it supersedes or corrects is no SHA-256");
  }
  return manifest;
}

/** Every language once for each copy, with one status; under alternat a copy for each party, else the single one. */
function checkTexts(texts: readonly ManifestText[], copies: readonly string[]): void {
  must(
    texts.some(({ status }) => status === "authentic"),
    "it has no authentic text",
  );
  for (const { language, status, sha256 } of texts) {
    must(LANGUAGE.test(language ?? ""), "a language is not BCP 47 in lower case");
    must(status === "authentic" || status === "courtesy", `the text in ${language} is neither authentic nor courtesy`);
    must(isHash(sha256), `the sha256 of the text in ${language} is not 64 hexadecimal digits`);
    const versions = texts.filter((other) => other.language === language);
    must(
      versions.every((other) => other.status === status),
      `the text in ${language} has two statuses`,
    );
    const found = versions.map(({ copy }) => copy).sort();
    must(
      found.join() === [...copies].sort().join(),
      `the text in ${language} has not exactly the copies ${copies.join(", ")}`,
    );
  }
}

function must(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new NotesError("manifest-invalid", `Not a manifest: ${reason}.`);
}
