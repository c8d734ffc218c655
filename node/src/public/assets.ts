import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { plexFonts } from "./fonts.ts";

export const fonts = plexFonts();

type Asset = { readonly type: string; readonly body: string; readonly digest: string };

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" } as const;
const FILES = ["tokens.css", "components.css", "public.css", "live.js", "mark.svg"] as const;
export type AssetName = (typeof FILES)[number] | "fonts.css";

const ASSETS = new Map<string, Asset>([
  ["fonts.css", assetOf("fonts.css", fonts.css)],
  ...FILES.map(
    (name) => [name, assetOf(name, readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8"))] as const,
  ),
]);

function assetOf(name: string, body: string): Asset {
  const type = TYPES[name.split(".")[1] as keyof typeof TYPES];
  return { type, body, digest: hash("sha256", body, "base64url").slice(0, 12) };
}

export function assetOfName(name: string): Asset | undefined {
  return ASSETS.get(name);
}

/** The address of an asset: it changes with the content, so that browsers may keep it for ever. */
export function assetAddress(name: AssetName): string {
  return `/public/${name}?v=${ASSETS.get(name)?.digest}`;
}
