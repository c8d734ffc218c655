import { NotesError } from "../error.ts";
import { canonicalText } from "./canonical-text.ts";
import { checkManifest } from "./check-manifest.ts";
import { linesOf, type Manifest, type ManifestAnnex, type ManifestText } from "./manifest.ts";

/** The manifest file's text: one fact a line, in the one order. @throws NotesError `manifest-invalid` */
export function manifestText(manifest: Manifest): string {
  const text = `${linesOf(checkManifest(manifest)).join("\n")}\n`;
  // What is written must be read again as the same: no field may smuggle in a space or a line.
  parseManifest(text);
  return text;
}

/**
 * Reads a manifest file. There is exactly one spelling of each manifest; every other is refused.
 * @throws NotesError `manifest-invalid`, `text-not-canonical`
 */
export function parseManifest(file: Uint8Array | string): Manifest {
  const text = canonicalText(file);
  const facts = text
    .slice(0, -1)
    .split("\n")
    .slice(1)
    .map((line) => line.split(" "));
  const manifest = checkManifest(manifestOf(facts));
  if (`${linesOf(manifest).join("\n")}\n` !== text) {
    throw invalid("its lines are not those of entente/accord/v1 in their order, sorted, with single spaces");
  }
  return manifest;
}

function manifestOf(facts: readonly string[][]): Manifest {
  const valuesOf = (fact: string) => facts.filter(([name]) => name === fact).map(([, ...values]) => values);
  const [symbol, kind, precedence] = ["symbol", "kind", "precedence"].map((fact) => valuesOf(fact)[0]?.[0]);
  const [first, second] = valuesOf("parties")[0] ?? [];
  const texts = valuesOf("text").map(([language, status, copy, sha256]) => ({ language, status, copy, sha256 }));
  const annexes = valuesOf("annex").map(([name, sha256]) => ({ name, sha256 }));
  const optional = ["basis", "supersedes", "corrects"].flatMap((fact) => {
    const value = valuesOf(fact)[0]?.[0];
    return value === undefined ? [] : [[fact, value]];
  });
  // Nothing is known of these values yet; checkManifest looks at every one.
  return {
    symbol,
    kind,
    parties: [first, second],
    precedence,
    texts: texts as ManifestText[],
    ...(annexes.length > 0 ? { annexes: annexes as ManifestAnnex[] } : {}),
    ...Object.fromEntries(optional),
  } as Manifest;
}

function invalid(reason: string): NotesError {
  return new NotesError("manifest-invalid", `Not a manifest: ${reason}.`);
}
