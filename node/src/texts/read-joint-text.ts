import type { PartyKey } from "@entente/notes";
import { fromPeer, headOf, headsOfType, type Objects, OWN, objectOf, ownParty, peerOf, type Version } from "#objects";
import { PUBLIC, peerParties } from "#release";
import { accordOf } from "./held-accord.ts";
import { jointTextOf } from "./joint-text.ts";
import type { Frame, JointText, Revision, TextAct } from "./model.ts";

/** A joint text and where it stands; undefined for an id that is none. */
export async function readJointText(
  db: Objects,
  id: string,
  keys: readonly PartyKey[],
): Promise<JointText | undefined> {
  const head = await headOf(db, id);
  return head?.type === "entente-joint-text" ? computed(db, head, keys) : undefined;
}

/** All joint texts that are held here, oldest first. */
export async function readJointTexts(db: Objects, keys: readonly PartyKey[]): Promise<JointText[]> {
  const heads = await headsOfType(db, "entente-joint-text");
  const texts: JointText[] = [];
  for (const head of heads) {
    const text = await computed(db, head, keys);
    if (text) texts.push(text);
  }
  return texts;
}

async function computed(db: Objects, head: Version, keys: readonly PartyKey[]): Promise<JointText | undefined> {
  const own = (await ownParty(db)).id;
  const writer = head.origin === OWN ? own : peerOf(head.origin);
  // Only a party makes a joint text; one that somebody else supplied binds nobody.
  if (!writer) return undefined;
  const frame = frameOf(head, writer);
  const other = writer === own ? await counterpart(db, head.id) : writer;
  const aboutText = await movesOn(db, [head.id], { own, other });
  const revisions = aboutText.flatMap((row) => revisionOf(row) ?? []);
  const aboutRevisions = await movesOn(
    db,
    revisions.map(({ objectId }) => objectId),
    { own, other },
  );
  const acts = [...aboutText, ...aboutRevisions].flatMap((row) => actOf(row) ?? []);
  const accord = await accordOf(db, frame.id, acts);
  return jointTextOf({ frame, own, other, revisions, acts, keys, accord });
}

function frameOf(head: Version, writer: string): Frame {
  const { id, symbol, kind, session_ref: sessionId, title, languages, precedence, paragraphs } = objectOf(head);
  return { id, digest: head.digest, writer, symbol, kind, sessionId, title, languages, precedence, paragraphs };
}

/** With whom an own text is agreed: to whom it was released, else the one peer that there is. */
async function counterpart(db: Objects, id: string): Promise<string | null> {
  const released = await db
    .selectFrom("views")
    .select("party")
    .distinct()
    .where("id", "=", id)
    .where("party", "!=", PUBLIC)
    .execute();
  const candidates = released.length > 0 ? released : await peerParties(db);
  return candidates.length === 1 ? (candidates[0]?.party ?? null) : null;
}

type Parties = { readonly own: string; readonly other: string | null };
type Row = Version & { readonly entry: number | null; readonly party: string };

/** Paragraphs and acts that name one of these, by the two parties of the text and nobody else. */
async function movesOn(db: Objects, subjects: readonly string[], { own, other }: Parties): Promise<Row[]> {
  if (subjects.length === 0) return [];
  const origins = [OWN, ...(other === null ? [] : [fromPeer(other)])];
  const rows = await db
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .leftJoin("views", (join) =>
      join.onRef("views.version_id", "=", "versions.version_id").on("views.party", "=", other ?? ""),
    )
    .selectAll("versions")
    .select("views.entry")
    .where("object_references.target", "in", subjects)
    .where("object_references.path", "in", ["$.subject_ref", "$.joint_text_ref"])
    .where("versions.type", "in", ["entente-act", "entente-paragraph"])
    .where("versions.origin", "in", origins)
    .orderBy("versions.version_id")
    .execute();
  const stated = await entriesOf(db, other ?? "", rows);
  return rows.map((row) =>
    row.origin === OWN
      ? { ...row, party: own }
      : { ...row, party: other ?? "", entry: stated.get(`${row.id} ${row.digest}`) ?? null },
  );
}

/** Where the peer's own log names these: the order of its acts is that of its log, not that of their arrival. */
async function entriesOf(db: Objects, party: string, rows: readonly Version[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const openings = await db
    .selectFrom("peer_openings")
    .select(["id", "digest", "entry"])
    .where("party", "=", party)
    .where("id", "in", ids)
    .orderBy("entry", "desc")
    .execute();
  return new Map(openings.map(({ id, digest, entry }) => [`${id} ${digest}`, entry]));
}

function revisionOf(row: Row): Revision | undefined {
  if (row.type !== "entente-paragraph") return undefined;
  const { created_by_ref, paragraph, texts, replaces, created } = objectOf(row);
  if (created_by_ref !== row.party) return undefined;
  return { ...logged(row), objectId: row.id, digest: row.digest, paragraph, texts, replaces, created };
}

function actOf(row: Row): TextAct | undefined {
  if (row.type !== "entente-act") return undefined;
  const { created_by_ref, act, subject_ref, subject_digest, instant, signature } = objectOf(row);
  // Nobody acts for another: an act counts for the party that handed it in.
  if (created_by_ref !== row.party) return undefined;
  return { ...logged(row), actId: row.id, act, subject: subject_ref, digest: subject_digest, instant, signature };
}

function logged({ party, entry, version_id: sequence, admitted_at: at }: Row) {
  return { party, entry, sequence, at };
}
