import { hash } from "node:crypto";

export const ACCORD_KINDS = ["joint-communique", "agreed-minutes", "terms-of-reference"] as const;
export const PRECEDENCES = ["host-first", "alternat", "alphabetical"] as const;

/** The copy of a text that both parties share; under alternat each party has its own, named by its id. */
export const SINGLE_COPY = "single";

/** One text file. `language`: BCP 47 in lower case. `copy`: `single`, or a party's id. `sha256` in hexadecimal. */
export type ManifestText = {
  readonly language: string;
  readonly status: "authentic" | "courtesy";
  readonly copy: string;
  readonly sha256: string;
};

export type ManifestAnnex = { readonly name: string; readonly sha256: string };

/** What is signed, in facts. `basis`: the session's id. `supersedes`, `corrects`: the earlier manifest's SHA-256. */
export type Manifest = {
  readonly symbol: string;
  readonly kind: (typeof ACCORD_KINDS)[number];
  readonly parties: readonly [string, string];
  readonly precedence: (typeof PRECEDENCES)[number];
  readonly texts: readonly ManifestText[];
  readonly annexes?: readonly ManifestAnnex[];
  readonly basis?: string;
  readonly supersedes?: string;
  readonly corrects?: string;
};

/** What an act names: SHA-256 of the manifest file. */
export function manifestSha256(manifestFile: string | Uint8Array): string {
  return hash("sha256", manifestFile, "hex");
}

/** The file's name of a text: `<language>.<copy>.txt`. */
export function textFileName({ language, copy }: Pick<ManifestText, "language" | "copy">): string {
  return `${language}.${copy}.txt`;
}

/** The manifest's lines, in the file's order, not yet checked. Texts and annexes are sorted by bytes. */
export function linesOf(manifest: Manifest): string[] {
  const { symbol, kind, parties, precedence, texts, annexes = [], ...optional } = manifest;
  const textLines = texts.map(({ language, status, copy, sha256 }) => `text ${language} ${status} ${copy} ${sha256}`);
  const annexLines = annexes.map(({ name, sha256 }) => `annex ${name} ${sha256}`);
  const optionalLines = (["basis", "supersedes", "corrects"] as const).flatMap((fact) =>
    optional[fact] === undefined ? [] : [`${fact} ${optional[fact]}`],
  );
  return [
    "entente/accord/v1",
    `symbol ${symbol}`,
    `kind ${kind}`,
    `parties ${[...parties].sort().join(" ")}`,
    `precedence ${precedence}`,
    ...textLines.sort(),
    ...annexLines.sort(),
    ...optionalLines,
  ];
}
