import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
export const FONTS_PATH = "/public/fonts/";

/** The faces that the pages use: package, weight. Each package cuts them by ranges of characters. */
const FACES = [
  ["ibm-plex-sans", 400],
  ["ibm-plex-sans", 600],
  ["ibm-plex-sans-kr", 400],
  ["ibm-plex-sans-kr", 500],
  ["ibm-plex-serif", 400],
  ["ibm-plex-serif", 500],
  ["ibm-plex-mono", 400],
] as const;

/** The file of a face, `name` as in the style sheet; undefined for any other name. */
export type Fonts = { readonly css: string; fileOf(name: string): string | undefined };

/** IBM Plex as the node serves it: the packages' own style sheets, with addresses of ours, WOFF2 only. */
export function plexFonts(): Fonts {
  const files = new Map<string, string>();
  const sheets = FACES.map(([name, weight]) => {
    const folder = dirname(require.resolve(`@fontsource/${name}/${weight}.css`));
    const sheet = readFileSync(join(folder, `${weight}.css`), "utf8");
    return sheet.replace(/src:[^;]*?url\(\.\/files\/([a-z0-9-]+\.woff2)\)[^;]*;/g, (_, file: string) => {
      files.set(file, join(folder, "files", file));
      return `src:url(${FONTS_PATH}${file}) format("woff2");`;
    });
  });
  return { css: sheets.join("\n"), fileOf: (name) => files.get(name) };
}
