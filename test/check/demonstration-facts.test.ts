import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = ["node", "console/src", "packages"];
const SOURCE = /\.(?:ts|tsx|js|json|html|css|sql)$/;

/** The eighth session's place and dates, in the spellings of the three languages and of the data. */
const PLACE_AND_DATES = [
  /Seoul|Séoul|서울/u,
  /2023-05-0[89]/,
  /\b(?:8|08|9)(?:th)?(?: and 9)? May 2023/,
  /May (?:8|9)(?:th)?(?: and 9|[-–]9)?, 2023/,
  /\b[89](?: et 9)? mai 2023/u,
  /2023년 ?5월 ?[89]일/u,
];

function programFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
      .filter((path) => !/(?:^|\/)(?:node_modules|dist|test)\//.test(path)),
  );
}

/** Each line that holds the place or a date. */
function factsIn(text: string): string[] {
  return text.split("\n").filter((line) => PLACE_AND_DATES.some((pattern) => pattern.test(line)));
}

test("the session's place and dates stand nowhere in the program: it shows what the objects say", () => {
  const files = programFiles();
  assert.ok(files.length > 300, `only ${files.length} files were read`);
  const found = files.flatMap((path) =>
    factsIn(readFileSync(join(ROOT, path), "utf8")).map((line) => `${path}: ${line.trim()}`),
  );
  assert.deepEqual(found, []);
});

test("each spelling is found where it stands", () => {
  for (const text of [
    "held in Seoul",
    "à Séoul",
    "서울에서",
    "2023-05-08T00:00:00Z",
    "8 May 2023",
    "8 and 9 May 2023",
    "May 8, 2023",
    "8 mai 2023",
    "8 et 9 mai 2023",
    "2023년 5월 8일",
  ]) {
    assert.equal(factsIn(text).length, 1, text);
  }
  assert.deepEqual(factsIn("2023-06-08, 18 May 2024, in May, the 8th session"), []);
});

test("and they do stand in the demonstration", () => {
  const sessions = readFileSync(join(ROOT, "demo/mechanism/working-group-sessions.ts"), "utf8");
  assert.ok(factsIn(sessions).length > 0);
});
