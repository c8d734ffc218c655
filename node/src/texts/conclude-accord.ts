import { actNote, type FolderFile, folderOf, type KeyPage, type PartyKey } from "@entente/notes";
import { microsecondsOf } from "@entente/stix";
import { type CommandContext, command } from "#database";
import { type Objects, writeOwnObject } from "#objects";
import { decideInto, PUBLIC, type Rule } from "#release";
import { accordFiles } from "./accord-folder.ts";
import type { JointText, Line } from "./model.ts";
import { personOfAct } from "./persons-of-acts.ts";
import { readJointText } from "./read-joint-text.ts";

export type Conclusion = {
  readonly id: string;
  readonly keys: readonly PartyKey[];
  /** Where both parties publish their keys' fingerprints, for the folder's instructions. */
  readonly keyPages: readonly KeyPage[];
};

/**
 * Both have signed, and both have signed one instant: writes this node's own accord, and in the same transaction the
 * decision that makes it public then. May be called as often as one likes, also after a crash: what is done is found
 * done. There is no other way for a joint text to become public (accord.md).
 */
export const concludeAccord = (rules: readonly Rule[]) =>
  command("objects", "concludeAccord", async (tx, conclusion: Conclusion, context): Promise<string | null> => {
    const text = await readJointText(tx, conclusion.id, conclusion.keys);
    if (!text || !(await isUnconcluded(tx, text))) return null;
    const accordId = text.accord?.id ?? (await writeAccord(tx, text, conclusion, context));
    await decidePublication(tx, rules, text, accordId, context);
    return accordId;
  });

/** True when the instant is agreed, and no decision is there (any more) that makes the accord public. */
export async function isUnconcluded(db: Objects, { accord, instant }: JointText): Promise<boolean> {
  if (instant === null) return false;
  if (!accord) return true;
  return accord.publishedAt === null && !(await isDecided(db, accord.id));
}

async function isDecided(db: Objects, accordId: string): Promise<boolean> {
  const row = await db
    .selectFrom("decision_objects")
    .innerJoin("decisions", "decisions.decision", "decision_objects.decision")
    .select("decisions.decision")
    .where("decision_objects.id", "=", accordId)
    .where("decisions.party", "=", PUBLIC)
    .where("decisions.state", "!=", "void")
    .executeTakeFirst();
  return row !== undefined;
}

async function writeAccord(
  tx: Objects,
  text: JointText,
  { keys, keyPages }: Conclusion,
  context: CommandContext,
): Promise<string> {
  const { frame, content, ours, theirs, instant } = text;
  if (!content.ok || instant === null) throw new Error("an accord needs an agreed text and instant");
  const { manifest, sha256, texts } = content;
  const notes = [
    actNote({ name: "sign" }, sha256, linesOf(ours.sign, theirs?.sign)),
    actNote({ name: "publish", instant }, sha256, linesOf(ours.publish, theirs?.publish)),
  ];
  const folder: FolderFile[] = folderOf({
    texts,
    manifest,
    acts: notes,
    keys: keys.filter(({ party }) => manifest.parties.includes(party)),
    verifyDocuments: { keyPages: [...keyPages].sort((a, b) => (a.party < b.party ? -1 : 1)) },
  });
  const properties = {
    symbol: frame.symbol,
    kind: frame.kind,
    title: frame.title,
    session_ref: frame.sessionId,
    party_refs: [...manifest.parties],
    manifest_digest: sha256,
    published: instant,
    files: accordFiles(folder, manifest.parties),
    ...(isLate(text, instant) ? { late: true } : {}),
  };
  // No author: the two persons are those of the acts, and what both parties have signed is no single person's work.
  const accord = await writeOwnObject(
    tx,
    { type: "entente-accord", label: "clear", author: null, properties },
    context,
  );
  return accord.id;
}

function linesOf(...lines: readonly (Line | null | undefined)[]): string[] {
  return lines.flatMap((line) => (line ? [line.line] : []));
}

/** Late is what was signed, or arrived here, after the instant; not what a stopped node took up late. */
function isLate({ ours, theirs }: JointText, instant: string): boolean {
  const last = Math.max(ours.publish?.act.at ?? 0, theirs?.publish?.act.at ?? 0);
  return last > microsecondsOf(instant);
}

async function decidePublication(
  tx: Objects,
  rules: readonly Rule[],
  { frame, ours, instant }: JointText,
  accordId: string,
  context: CommandContext,
): Promise<void> {
  if (!ours.sign || !ours.publish || instant === null) throw new Error("a publication needs this side's two acts");
  const first = await personOfAct(tx, ours.sign.act.actId);
  const second = await personOfAct(tx, ours.publish.act.actId);
  const decided = await decideInto(
    tx,
    rules,
    {
      party: PUBLIC,
      ids: [accordId],
      reason: `Publication of ${frame.symbol}, signed by both parties`,
      first,
      second,
      notBefore: microsecondsOf(instant),
    },
    context,
  );
  if (decided.state !== "running" || !(await isDecided(tx, accordId))) {
    // Thrown, so that neither accord nor decision stays: it is tried again when something has changed.
    throw new Error(`the accord of ${frame.symbol} may not become public: the release rule withholds it`);
  }
}
