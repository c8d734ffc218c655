import { ask } from "@entente/node/command-line";
import { ententeExtensions, type JsonObject, TLP_MARKING } from "@entente/stix";
import { EIGHTH_SESSION, groundworkOfKorea } from "../../demo/mechanism/index.ts";
import type { JointTextPage } from "../../node/src/http/api.ts";
import { type Alliance, type Side, until, type Visitor } from "./alliance.ts";
import { valueIn } from "./both-sides.ts";
import { tokenOf, writeOwn } from "./own-objects.ts";

export type Draft = { readonly id: string; readonly symbol: string; readonly sentence: string };

/** Writes the mechanism at Korea, and releases it to the ally and, at both nodes, to the public. */
export async function writeMechanism({ korea, unitedStates }: Alliance): Promise<void> {
  const groundwork = groundworkOfKorea({ author: korea.party, at: "2023-05-10T01:00:00.000Z" });
  const ids = groundwork.map(({ id }) => String(id));
  await writeOwn(korea, groundwork);
  await releaseTo(korea, "USA", ids);
  await releaseTo(korea, "PUBLIC", ids);
  const arrived = `select count(*) from heads where id in (${ids.map(() => "?").join(", ")})`;
  await until(
    () => valueIn(unitedStates, arrived, ...ids),
    (count) => count === ids.length,
  );
  await releaseTo(unitedStates, "PUBLIC", ids);
}

/** Releases as the first officer, and approves as the second where two are needed. */
export async function releaseTo(side: Side, to: string, ids: readonly string[]): Promise<void> {
  const [token, second] = [await tokenOf(side, "Releasing officer"), await tokenOf(side, "Second releasing officer")];
  const decided = { ids, to, reason: "test", dryRun: false, token };
  const { decision, state } = await ask<{ decision: string; state: string }>(side.home, "release", decided);
  if (state === "waits-for-second-person") await ask(side.home, "approve", { decision, token: second });
  await until(
    () => valueIn(side, "select state from decisions where decision = ?", decision),
    (now) => now === "done",
  );
}

/** A draft of two paragraphs at one side, one of them with a sentence of the test's own. */
export async function draftText(side: Side, sentence: string): Promise<Draft> {
  const now = new Date(Date.now() - 1000).toISOString();
  const own = (type: "entente-joint-text" | "entente-paragraph", properties: object): JsonObject & { id: string } => ({
    type,
    spec_version: "2.1",
    id: `${type}--${crypto.randomUUID()}`,
    created_by_ref: side.party,
    created: now,
    modified: now,
    object_marking_refs: [TLP_MARKING.green],
    extensions: ententeExtensions(type),
    ...properties,
  });
  const paragraphs = [crypto.randomUUID(), crypto.randomUUID()];
  const text = own("entente-joint-text", {
    session_ref: EIGHTH_SESSION,
    symbol: "CCWG-8/JS/9",
    kind: "joint-communique",
    languages: [
      { language: "ko", status: "authentic" },
      { language: "en", status: "authentic" },
    ],
    precedence: "host-first",
    title: { en: "Joint communiqué of a test", ko: "시험 공동성명" },
    paragraphs,
  });
  const texts = [
    { en: "1. The two sides met.", ko: "1. 양측은 회의를 개최하였다." },
    { en: `2. ${sentence}`, ko: `2. ${sentence}` },
  ];
  const objects = paragraphs.map((paragraph, index) =>
    own("entente-paragraph", { joint_text_ref: text.id, paragraph, texts: texts[index] }),
  );
  await writeOwn(side, [text, ...objects], await tokenOf(side, "Analyst"));
  return { id: text.id, symbol: String(text.symbol), sentence };
}

type Acts = { readonly alliance: Alliance; readonly id: string; readonly ready: () => Promise<void> };

/** Tables, accepts, signs and publishes, each act by a person of its own at each node, until the text is decided. */
export async function agreeOnText(
  alliance: Alliance,
  id: string,
  ready: () => Promise<void> = async () => {},
  notBefore = 0,
): Promise<string> {
  const { korea, unitedStates } = alliance;
  const acts: Acts = { alliance, id, ready };
  await act(
    acts,
    korea,
    "Releasing officer",
    "table",
    () => ({}),
    ({ state }) => state !== "draft",
  );
  await act(acts, unitedStates, "Releasing officer", "accept", digestsOf, ({ manifest }) => manifest !== null);
  for (const side of [korea, unitedStates]) {
    await act(acts, side, "Releasing officer", "sign", manifestOf, ({ sides }) => ours(sides)?.signed != null);
  }
  const propose = (page: JointTextPage) => ({ ...manifestOf(page), instant: later(page.earliestInstant, notBefore) });
  const agree = (page: JointTextPage) =>
    page.proposedInstant ? { ...manifestOf(page), instant: page.proposedInstant } : null;
  const isAgreed = ({ instant }: JointTextPage) => instant !== null;
  await act(acts, korea, "Second releasing officer", "publish", propose, ({ sides }) => ours(sides)?.publish != null);
  // Whoever signs before the proposal is there would make one of its own.
  await act(acts, unitedStates, "Second releasing officer", "publish", agree, isAgreed);
  await act(acts, korea, "Second releasing officer", "publish", () => null, isAgreed);
  return (await pageOf(acts, korea, "Second releasing officer")).page.instant ?? "";
}

/** The earliest instant has passed by the time that it is signed, so a person takes a rounder one. */
const later = (instant: string, notBefore: number) =>
  new Date(Math.max(Date.parse(instant) + 3000, notBefore)).toISOString();
const digestsOf = ({ paragraphs }: JointTextPage) => ({ digests: paragraphs.map(({ digest }) => digest) });
const manifestOf = ({ manifest }: JointTextPage) => ({ manifest: manifest?.sha256 ?? "" });
const ours = (sides: JointTextPage["sides"]) => sides.find(({ side }) => side === "ours");

/** Does one act when the page and `body` say that it can be done, and again when the power failed before it was. */
async function act(
  acts: Acts,
  side: Side,
  person: "Releasing officer" | "Second releasing officer",
  name: "table" | "accept" | "sign" | "publish",
  body: (page: JointTextPage) => object | null,
  isDone: (page: JointTextPage) => boolean,
): Promise<void> {
  await until(
    async () => {
      try {
        const { page, visitor } = await pageOf(acts, side, person);
        if (isDone(page)) return true;
        const asked = page.acts[name].can ? body(page) : null;
        if (asked) await visitor.post(`/api/texts/${acts.id}/${name}`, asked);
        return false;
      } catch (error) {
        // A node that is down answers nothing; a refusal is a fault of the test, unless the page was outdated.
        const status = (error as { status?: number }).status;
        if (status !== undefined && ![401, 404, 409, 503].includes(status)) throw error;
        return false;
      }
    },
    (done) => done,
    { timeoutMs: 120_000, everyMs: 100 },
  );
}

const visitors = new Map<string, Visitor>();

async function pageOf(
  { alliance, id, ready }: Acts,
  side: Side,
  person: "Analyst" | "Releasing officer" | "Second releasing officer",
) {
  await ready();
  const key = `${side.home} ${person}`;
  const visitor = visitors.get(key) ?? (await alliance.signIn(side, person));
  visitors.set(key, visitor);
  return { visitor, page: await visitor.get<JointTextPage>(`/api/texts/${id}`) };
}
