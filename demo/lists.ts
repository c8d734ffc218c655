import { readFileSync } from "node:fs";
import { GROUPS, KONNI } from "./reference-set.ts";

export type DemoList = {
  readonly name: string;
  readonly file: URL;
  /** What the list indicates. */
  readonly about: string;
  /** The party that holds the list, and how many values it has. */
  readonly holder: "KOR" | "USA";
  readonly values: number;
};

/** The lists of the Maltrail project, unchanged, and who holds which. */
export const LISTS: Readonly<Record<"kimsuky" | "konni" | "lazarus" | "bluenoroff", DemoList>> = {
  kimsuky: list("kimsuky", GROUPS.kimsuky.id, "KOR", 26_493),
  konni: list("konni", KONNI.id, "KOR", 398),
  lazarus: list("lazarus", GROUPS.lazarus.id, "USA", 5_573),
  // BlueNoroff is an alias of APT38.
  bluenoroff: list("bluenoroff", GROUPS.apt38.id, "USA", 2_140),
};

function list(name: string, about: string, holder: "KOR" | "USA", values: number): DemoList {
  return { name, file: new URL(`data/lists/${name}.txt`, import.meta.url), about, holder, values };
}

/**
 * The lines that carry a value: neither empty nor a comment, without blanks around them. A value that stands under two
 * references stands there twice, and counts twice: two sources have named it.
 */
export function valueLines({ file }: DemoList): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
