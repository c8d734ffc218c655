import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ask } from "@entente/node/command-line";
import { type EntenteType, ententeExtensions, type JsonObject, TLP_MARKING } from "@entente/stix";
import { JOINT_TEXT, PARAGRAPHS } from "./joint-text.ts";
import { LISTS, valueLines } from "./lists.ts";
import { groundworkOfKorea, objectsOfUnitedStates, statementsOfKorea } from "./mechanism/index.ts";
import { KOREA, UNITED_STATES } from "./parties.ts";
import { referenceSetBundle } from "./reference-set.ts";
import { kimsukyReport, konniReport, nationalReport } from "./reports.ts";

type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;
type Homes = {
  readonly korea: string;
  readonly unitedStates: string;
  readonly step: Step;
  /** Only so many values of each list are brought in: a part is enough for a test. */
  readonly valuesPerList?: number;
};

/** What a node of the demonstration is worked with: its folder, and the tokens of its three persons. */
type Desk = { readonly home: string; readonly analyst: string; readonly first: string; readonly second: string };

const AT = "2023-05-10T01:00:00.000Z";
/** The draft communiqué. */
export const JOINT_TEXT_ID = "entente-joint-text--8c0b5a5e-6a0e-4b57-9d0c-5f8f3b0b7f11";
const KIMSUKY_REPORTED = 20;

/** Fills both nodes with the demonstration's data, through the commands that an operator has. */
export async function fillNodes({ korea, unitedStates, step, valuesPerList }: Homes): Promise<void> {
  const kor = await desk(korea);
  const usa = await desk(unitedStates);
  await step("reference set: North Korean groups of ATT&CK 18.1, at both", () =>
    Promise.all([referenceSet(kor), referenceSet(usa)]),
  );
  await step("indicators: Kimsuky and Konni at Korea, Lazarus and BlueNoroff at the United States", () =>
    Promise.all([lists(kor, "KOR", valuesPerList), lists(usa, "USA", valuesPerList)]),
  );
  await step("the mechanism: written, released to each other and to the public", () => mechanism(kor, usa));
  await step("reports and the draft communiqué at Korea", () => drafts(kor));
}

async function desk(home: string): Promise<Desk> {
  const token = async (as: string) => (await ask<{ token: string }>(home, "sign-in", { as, tokenFile: true })).token;
  const analyst = await token("Analyst");
  return { home, analyst, first: await token("Releasing officer"), second: await token("Second releasing officer") };
}

async function referenceSet({ home }: Desk): Promise<void> {
  const path = written(home, "attack.json", referenceSetBundle());
  await ask(home, "import", { path, source: "mitre-attack", label: "clear" });
  await ask(home, "reference-set", {
    source: "mitre-attack",
    publisher: "The MITRE Corporation",
    name: "ATT&CK Enterprise: North Korean groups",
    version: "18.1",
  });
}

async function lists({ home }: Desk, holder: string, most: number | undefined): Promise<void> {
  for (const list of Object.values(LISTS).filter((one) => one.holder === holder)) {
    const { name, file, about } = list;
    const values = most === undefined ? undefined : valueLines(list).slice(0, most).join("\n");
    const path = values === undefined ? fileURLToPath(file) : written(home, `${name}.txt`, Buffer.from(values));
    await ask(home, "import", { path, source: `maltrail-${name}`, label: "clear", about });
  }
}

async function mechanism(kor: Desk, usa: Desk): Promise<void> {
  const korea = { author: KOREA.id, at: AT };
  const unitedStates = { author: UNITED_STATES.id, at: AT };
  await writeAndRelease(kor, groundworkOfKorea(korea), UNITED_STATES.short);
  await writeAndRelease(usa, objectsOfUnitedStates(unitedStates), KOREA.short);
  await writeAndRelease(kor, statementsOfKorea(korea), UNITED_STATES.short);
  const everything = [groundworkOfKorea(korea), objectsOfUnitedStates(unitedStates), statementsOfKorea(korea)].flat();
  await Promise.all([publish(kor, everything, KOREA.id), publish(usa, everything, UNITED_STATES.id)]);
}

async function writeAndRelease(desk: Desk, objects: readonly JsonObject[], to: string): Promise<void> {
  await importOwn(desk, objects, desk.first);
  const ids = objects.map(({ id }) => String(id));
  await untilAllMayGo(desk, ids, to);
  await ask(desk.home, "release", {
    ids,
    to,
    reason: "Shared history of the mechanism",
    dryRun: false,
    token: desk.first,
  });
}

/** Everything on the mechanism that is CLEAR and complete for the public; attributions point into a catalogue that is not. */
async function publish(desk: Desk, objects: readonly JsonObject[], own: string): Promise<void> {
  const ids = objects
    .filter(
      ({ type, field, created_by_ref }) =>
        field !== "attribution" && (type !== "entente-news" || created_by_ref === own),
    )
    .map(({ id }) => String(id));
  await untilAllMayGo(desk, ids, "PUBLIC");
  const decided = { ids, to: "PUBLIC", reason: "Public record of the mechanism", dryRun: false, token: desk.first };
  const { decision } = await ask<{ decision: string }>(desk.home, "release", decided);
  await ask(desk.home, "approve", { decision, token: desk.second });
}

async function drafts(desk: Desk): Promise<void> {
  const writing = { author: KOREA.id, at: AT };
  const konni = await idsOf(desk, "maltrail-konni");
  const kimsuky = (await idsOf(desk, "maltrail-kimsuky")).slice(0, KIMSUKY_REPORTED);
  const reports = [
    konniReport(konni, writing),
    kimsukyReport(kimsuky, writing),
    ...nationalReport(KOREA.nation, writing),
  ];
  await importOwn(desk, reports, desk.analyst);
  await importOwn(desk, jointText(), desk.analyst);
}

function jointText(): JsonObject[] {
  const own = (type: EntenteType, id: string, properties: object): JsonObject => ({
    type,
    spec_version: "2.1",
    id,
    created_by_ref: KOREA.id,
    created: AT,
    modified: AT,
    object_marking_refs: [TLP_MARKING.green],
    extensions: ententeExtensions(type),
    ...properties,
  });
  const text = own("entente-joint-text", JOINT_TEXT_ID, {
    ...JOINT_TEXT,
    paragraphs: PARAGRAPHS.map(({ paragraph }) => paragraph),
  });
  const paragraphs = PARAGRAPHS.map(({ paragraph, texts }) =>
    own("entente-paragraph", `entente-paragraph--${paragraph}`, { joint_text_ref: text.id, paragraph, texts }),
  );
  return [text, ...paragraphs];
}

async function idsOf({ home }: Desk, source: string): Promise<string[]> {
  return (await ask<{ ids: string[] }>(home, "list", { source, type: "indicator" })).ids;
}

async function importOwn({ home }: Desk, objects: readonly JsonObject[], token: string): Promise<void> {
  const path = written(home, `${objects[0]?.id}.json`, Buffer.from(JSON.stringify({ type: "bundle", objects })));
  const { refused } = await ask<{ refused: unknown[] }>(home, "import", { path, source: "own", label: null, token });
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
}

/** What the ally released is on its way: asks again until nothing that is needed is missing any more. */
async function untilAllMayGo({ home, first }: Desk, ids: readonly string[], to: string): Promise<void> {
  type Answer = { readonly id: string; readonly answer: string; readonly reasons: readonly string[] };
  for (let tried = 0; ; tried += 1) {
    const dryRun = { ids, to, reason: "", dryRun: true, token: first };
    const { answers } = await ask<{ answers: Answer[] }>(home, "release", dryRun);
    const open = answers.filter(
      ({ id, answer, reasons }) => ids.includes(id) && answer !== "permit" && !reasons.includes("R10: already-there"),
    );
    const found = answers.filter(({ id }) => ids.includes(id)).length;
    if (open.length === 0 && found === ids.length) return;
    if (tried === 150)
      throw new Error(
        `not to be released to ${to}: ${JSON.stringify(open.slice(0, 3))} (${found} of ${ids.length} are here)`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function written(home: string, name: string, bytes: Uint8Array): string {
  const folder = join(home, "..", "set-up");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
