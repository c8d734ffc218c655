import type { ManifestText } from "./manifest.ts";

/** The languages in which the folder says how to check it. */
export const VERIFY_LANGUAGES = ["en", "fr", "ko"] as const;
export type VerifyLanguage = (typeof VERIFY_LANGUAGES)[number];

type Words = {
  readonly title: (symbol: string) => string;
  readonly opening: string;
  readonly statuses: Readonly<Record<ManifestText["status"], string>>;
  readonly needed: string;
  readonly files: string;
  readonly filesResult: (count: number) => string;
  readonly signatures: string;
  readonly signaturesResult: string;
  readonly content: string;
  readonly contentSteps: string;
  readonly keys: string;
  readonly keysSteps: string;
  readonly keyPage: (party: string, address: string, file: string) => string;
  readonly tool: string;
};

export const VERIFY_WORDS: Readonly<Record<VerifyLanguage, Words>> = {
  en: {
    title: (symbol) => `How to check ${symbol}`,
    opening:
      "This folder holds a joint text of two parties, and what it takes to check that both signed it. The texts are:",
    statuses: { authentic: "authentic", courtesy: "courtesy translation" },
    needed: "You need `sha256sum` and OpenSSL 3. Open a terminal in this folder. Every step must succeed.",
    files: "The files are whole",
    filesResult: (count) => `It must report ${count} files as OK, and give no warning.`,
    signatures: "The signatures are right",
    signaturesResult: "Each line must answer `Signature Verified Successfully`.",
    content: "What was signed",
    contentSteps:
      "Each act (`sign.txt` and the like) has three lines: the form, the act, and the SHA-256 of the file `manifest`. Compare it with the line of `manifest` in `SHA256SUMS`. The manifest gives the SHA-256 of each text; compare them in the same way. The text is signed only if the act `sign` has a right signature of each party that the manifest names.",
    keys: "Whose keys these are",
    keysSteps:
      "Anyone can make a key, so the folder alone proves nothing about who signed. The fingerprint of a key is the SHA-256 of its `.pem` file, as it stands in `SHA256SUMS`. Both parties publish the fingerprints on their public pages. Compare them there, on both pages:",
    keyPage: (party, address, file) => `${party} (\`${file}\`): ${address}`,
    tool: "`entente verify FOLDER` does all of this at once, and compares the keys with those on the parties' cards.",
  },
  fr: {
    title: (symbol) => `Comment vérifier ${symbol}`,
    opening:
      "Ce dossier contient un texte commun de deux parties et de quoi vérifier que les deux l’ont signé. Les textes :",
    statuses: { authentic: "fait foi", courtesy: "traduction de courtoisie" },
    needed: "Il faut `sha256sum` et OpenSSL 3. Ouvrez un terminal dans ce dossier. Chaque étape doit réussir.",
    files: "Les fichiers sont intacts",
    filesResult: (count) => `La commande doit donner ${count} fichiers pour bons, sans aucun avertissement.`,
    signatures: "Les signatures sont justes",
    signaturesResult: "Chaque ligne doit répondre `Signature Verified Successfully`.",
    content: "Ce qui a été signé",
    contentSteps:
      "Chaque acte (`sign.txt` et les autres) a trois lignes : la forme, l’acte et le SHA-256 du fichier `manifest`. Comparez-le à la ligne de `manifest` dans `SHA256SUMS`. Le manifeste donne le SHA-256 de chaque texte ; comparez-les de la même façon. Le texte n’est signé que si l’acte `sign` porte une signature juste de chaque partie nommée dans le manifeste.",
    keys: "À qui sont les clés",
    keysSteps:
      "N’importe qui peut fabriquer une clé : le dossier seul ne prouve pas qui a signé. L’empreinte d’une clé est le SHA-256 de son fichier `.pem`, tel qu’il figure dans `SHA256SUMS`. Les deux parties publient les empreintes sur leurs pages publiques. Comparez-les là, sur les deux pages :",
    keyPage: (party, address, file) => `${party} (\`${file}\`) : ${address}`,
    tool: "`entente verify FOLDER` fait tout cela d’un coup et compare les clés à celles des cartes des parties.",
  },
  ko: {
    title: (symbol) => `${symbol} 확인 방법`,
    opening:
      "이 폴더에는 두 당사자의 공동 문서와, 양측이 서명했는지 확인하는 데 필요한 자료가 들어 있습니다. 문서는 다음과 같습니다.",
    statuses: { authentic: "정본", courtesy: "참고 번역" },
    needed: "`sha256sum`과 OpenSSL 3이 필요합니다. 이 폴더에서 터미널을 여십시오. 모든 단계가 성공해야 합니다.",
    files: "파일이 온전한지 확인",
    filesResult: (count) => `파일 ${count}개가 모두 정상이라고 나와야 하며, 경고가 없어야 합니다.`,
    signatures: "서명이 올바른지 확인",
    signaturesResult: "각 줄의 결과가 `Signature Verified Successfully`여야 합니다.",
    content: "무엇에 서명했는지 확인",
    contentSteps:
      "각 행위 파일(`sign.txt` 등)은 세 줄입니다. 형식, 행위, 그리고 `manifest` 파일의 SHA-256입니다. 이 값을 `SHA256SUMS`의 `manifest` 줄과 비교하십시오. `manifest`에는 각 문서의 SHA-256이 있으니 같은 방법으로 비교하십시오. `manifest`에 적힌 모든 당사자의 올바른 서명이 `sign` 행위에 있을 때에만 서명된 문서입니다.",
    keys: "누구의 키인지 확인",
    keysSteps:
      "키는 누구나 만들 수 있으므로, 이 폴더만으로는 누가 서명했는지 증명되지 않습니다. 키의 지문은 `.pem` 파일의 SHA-256이며 `SHA256SUMS`에 있습니다. 양측은 각자의 공개 페이지에 지문을 게시합니다. 두 페이지 모두에서 비교하십시오.",
    keyPage: (party, address, file) => `${party} (\`${file}\`): ${address}`,
    tool: "`entente verify FOLDER`는 이 모든 것을 한 번에 확인하고, 키를 양측 카드의 키와 비교합니다.",
  },
};
