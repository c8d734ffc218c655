import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = ["console", "demo", "docs", "node", "packages", "test"];
/** A first step of a path that is ours; anything else in backticks is a command, a key or an address. */
const OURS = new RegExp(`^(?:${FOLDERS.join("|")}|\\.ci)/[\\w./*-]*$`);

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...filesBelow("docs").filter((name) => name.endsWith(".md")),
];

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

/** The targets of relative links, from the document's folder; an anchor of another document is its document. */
function linksIn(text: string): string[] {
  const targets = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = ""]) => target);
  return targets.filter((target) => !/^(?:[a-z]+:|#)/.test(target)).map((target) => target.replace(/#.*$/, ""));
}

/** The paths of this repository that a document names in backticks, from the root. */
function pathsIn(text: string): string[] {
  const named = Array.from(text.matchAll(/`([^`\n]+)`/g), ([, words = ""]) => words);
  return named.filter((words) => OURS.test(words) && !words.includes("*"));
}

/** What a document names and nobody finds. */
function missingIn(document: string, text: string): string[] {
  const linked = linksIn(text).map((target) => join(dirname(document), target));
  return [...linked, ...pathsIn(text)].filter((path) => !existsSync(join(ROOT, path)));
}

test("every relative link and every path that a document names leads somewhere", () => {
  assert.ok(documents.includes("README.md") && documents.includes("docs/mission.md"), "documents were found");
  const named = documents.flatMap((document) => {
    const text = readFileSync(join(ROOT, document), "utf8");
    return [...linksIn(text), ...pathsIn(text)];
  });
  assert.ok(named.length > 60, `only ${named.length} links and paths were read`);
  const missing = documents.flatMap((document) =>
    missingIn(document, readFileSync(join(ROOT, document), "utf8")).map((path) => `${document}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

test("a link or path that leads nowhere is found, and what is no path is not taken for one", () => {
  const text =
    "[a](no-such.md) [b](https://example.org/x) `node/src/no-such.ts` `npm start` `docs/*.md` `public.names`";
  assert.deepEqual(missingIn("docs/page.md", text), ["docs/no-such.md", "node/src/no-such.ts"]);
});

/** The rows of the table of what the working group does: its cells, and whether the last word is that it works. */
function missionRows(document: string): { readonly cells: readonly string[]; readonly works: boolean }[] {
  const rows = readFileSync(join(ROOT, document), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| **"))
    .map((line) => line.slice(2, -2).split(" | "));
  return rows.map((cells) => ({ cells, works: cells.some((cell) => /^(?:yes|oui)\b/.test(cell)) }));
}

test("every row of docs/mission.md that works names tests, and each of them tests something", () => {
  const rows = missionRows("docs/mission.md");
  assert.equal(rows.length, 6);
  for (const { cells, works } of rows) {
    const tests = pathsIn(cells.at(-1) ?? "").filter((path) => path.endsWith(".test.ts"));
    assert.ok(!works || tests.length > 0, `no test in: ${cells[0]}`);
    for (const path of tests) assert.match(readFileSync(join(ROOT, path), "utf8"), /^\s*test\(/m, path);
  }
});

test("both READMEs have the rows of docs/mission.md, and say the same of whether they work", () => {
  const name = ([first = ""]: readonly string[]) => /^\*\*(.+?)\*\*/.exec(first)?.[1];
  const [mission, english, french] = ["docs/mission.md", "README.md", "README.fr.md"].map(missionRows);
  assert.deepEqual(
    english?.map(({ cells }) => name(cells)),
    mission?.map(({ cells }) => name(cells)),
  );
  for (const readme of [english, french])
    assert.deepEqual(
      readme?.map(({ works }) => works),
      mission?.map(({ works }) => works),
    );
});

test("every address of the console that a README gives is one of its routes", () => {
  const router = readFileSync(join(ROOT, "console/src/app/router.tsx"), "utf8");
  const routes = Array.from(router.matchAll(/path: "(\/[^"]*)"/g), ([, path = ""]) => path.replace(/\$\w+/g, "[^/]+"));
  const isRoute = (address: string) => routes.some((route) => new RegExp(`^${route}$`).test(address));
  for (const readme of ["README.md", "README.fr.md"]) {
    const text = readFileSync(join(ROOT, readme), "utf8");
    const addresses = Array.from(text.matchAll(/localhost:700\d\/console(\/[^)\s]*)/g), ([, path = ""]) => path);
    assert.ok(addresses.length >= 7, `only ${addresses.length} addresses in ${readme}`);
    assert.deepEqual(
      addresses.filter((address) => !isRoute(address)),
      [],
      readme,
    );
  }
  assert.ok(!isRoute("/no-such-room"));
});

test("every npm script that a document names is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
  const named = documents.flatMap((document) =>
    Array.from(
      readFileSync(join(ROOT, document), "utf8").matchAll(/npm run ([\w:-]+)(?! -w)\b/g),
      ([, name = ""]) => name,
    ),
  );
  assert.ok(named.length >= 4, `only ${named.length} scripts were named`);
  assert.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  );
});

test("docs/operating.md describes every command of the command line, and no other", () => {
  const source = readFileSync(join(ROOT, "node/src/cli/entente.ts"), "utf8");
  const commands = new Set(
    Array.from(
      source.matchAll(/program\s+\.command\("([a-z-]+)"|program\.command\("([a-z-]+)"/g),
      ([, chained, single]) => chained ?? single ?? "",
    ),
  );
  const text = readFileSync(join(ROOT, "docs/operating.md"), "utf8");
  const described = new Set(Array.from(text.matchAll(/(?:`|^ {4})entente ([a-z-]+)/gm), ([, name = ""]) => name));
  assert.ok(commands.size > 10, `only ${commands.size} commands were read`);
  assert.deepEqual([...described].sort(), [...commands].sort());
});
