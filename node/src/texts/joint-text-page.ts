import { millisecondTimestamp, timestampOf } from "@entente/stix";
import { headOf, type Objects, objectOf, titlesOf } from "#objects";
import type { Rule } from "#release";
import type { JointTextPage, PartyName, Person, Position } from "../http/api.ts";
import { LEAD_MS } from "./instant.ts";
import { summaryOf } from "./joint-texts.ts";
import type { JointText, Paragraph, Signing } from "./model.ts";
import { possible, whyNot } from "./possible-acts.ts";
import { whyNotForPublic } from "./public-references.ts";
import { whySamePerson } from "./publish-text.ts";

export type PageReader = {
  readonly person: Person;
  readonly names: ReadonlyMap<string, PartyName>;
  readonly rules: readonly Rule[];
  readonly nowMs: number;
  readonly leadMs?: number;
};

/** The page of a joint text as a person sees it: what it says, where it stands, and what they can do now. */
export async function jointTextPage(db: Objects, text: JointText, reader: PageReader): Promise<JointTextPage> {
  const { names, nowMs, leadMs = LEAD_MS } = reader;
  const { frame, accord, content, ours, theirs } = text;
  const session = await headOf(db, frame.sessionId);
  const manifest = accord?.manifest ?? (content.ok ? { text: content.text, sha256: content.sha256 } : null);
  const proposed = theirs?.publish?.instant ?? null;
  const earliest = millisecondTimestamp(nowMs + leadMs);
  const { id, symbol, title, state, label, standing } = await summaryOf(db, text);
  return {
    id,
    symbol,
    title,
    state,
    standing,
    session: { id: frame.sessionId, title: (session && titlesOf(objectOf(session))) ?? null },
    kind: frame.kind,
    languages: frame.languages.map(({ language, status }) => ({ language, status })),
    precedence: frame.precedence,
    tabledBy: nameOf(frame.writer, names),
    label,
    paragraphs: text.paragraphs.map((paragraph) => paragraphView(text, paragraph, names)),
    manifest,
    sides: [ours, ...(theirs ? [theirs] : [])].map((signing) => sideView(text, signing, names)),
    instant: text.instant,
    publishedAt: accord?.publishedAt ? timestampOf(accord.publishedAt) : null,
    late: accord?.late ?? false,
    accordId: accord?.id ?? null,
    acts: await actsOf(db, text, reader),
    earliestInstant: proposed ?? earliest,
    proposedInstant: proposed,
  };
}

async function actsOf(db: Objects, text: JointText, { person, rules }: PageReader): Promise<JointTextPage["acts"]> {
  const publish =
    whyNot(text, "publish", person) ??
    (await whySamePerson(db, text, person)) ??
    (await whyNotForPublic(db, rules, text));
  return {
    edit: possible(whyNot(text, "edit", person)),
    table: possible(whyNot(text, "table", person)),
    accept: possible(whyNot(text, "accept", person)),
    sign: possible(whyNot(text, "sign", person)),
    publish: possible(publish),
  };
}

function paragraphView(
  { own }: JointText,
  { paragraph, number, shown, positions, agreed }: Paragraph,
  names: PageReader["names"],
): JointTextPage["paragraphs"][number] {
  return {
    paragraph,
    number,
    objectId: shown.objectId,
    digest: shown.digest,
    texts: shown.texts,
    positions: positions.map(
      ({ party, digest, accepts, at, entry }): Position => ({
        party: nameOf(party, names),
        side: party === own ? "ours" : "theirs",
        // A position on another revision is one, and not an acceptance of what is shown.
        accepted: accepts && digest === shown.digest,
        at: timestampOf(at),
        digest,
        entry,
      }),
    ),
    agreed,
  };
}

function sideView(
  text: JointText,
  { party, sign, publish }: Signing,
  names: PageReader["names"],
): JointTextPage["sides"][number] {
  const accepted = acceptedAt(text, party);
  return {
    party: nameOf(party, names),
    side: party === text.own ? "ours" : "theirs",
    accepted: accepted === null ? null : timestampOf(accepted),
    signed: sign ? timestampOf(sign.act.at) : null,
    publish: publish ? { at: timestampOf(publish.act.at), instant: publish.instant } : null,
  };
}

/** When a party had accepted all that is shown. */
function acceptedAt({ paragraphs, missing, state }: JointText, party: string): number | null {
  if (missing !== null || paragraphs.length === 0 || state === "draft") return null;
  const times = paragraphs.map(({ shown, positions }) =>
    positions.find((position) => position.party === party && position.accepts && position.digest === shown.digest),
  );
  return times.every((position) => position !== undefined) ? Math.max(...times.map(({ at }) => at)) : null;
}

function nameOf(party: string, names: PageReader["names"]): PartyName {
  return names.get(party) ?? { id: party, short: party, name: party };
}
