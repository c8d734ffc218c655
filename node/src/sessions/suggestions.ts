import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Texts } from "../http/api.ts";
import { textsSchema } from "./agreeable-texts.ts";

const validator = Compile(
  Type.Object({ conclusion: textsSchema, disposition: textsSchema }, { additionalProperties: false }),
);

export type Suggestions = { readonly conclusion: Texts; readonly disposition: Texts };
const NONE: Suggestions = { conclusion: {}, disposition: {} };

/** Words that a demonstration proposes, from `suggestions.json` in its data folder; no words at any other node. */
export async function readSuggestions(home: string, demonstration: boolean): Promise<Suggestions> {
  if (!demonstration) return NONE;
  try {
    const value: unknown = JSON.parse(await readFile(join(home, "suggestions.json"), "utf8"));
    return validator.Check(value) ? value : NONE;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return NONE;
    throw error;
  }
}
