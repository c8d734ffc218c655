import type { Held, Paragraph, ParagraphPosition, Revision, TextAct } from "./model.ts";

/** In the order of each party's own log; what is not logged yet comes last. */
export function inLogOrder(a: Pick<TextAct, "entry" | "sequence">, b: Pick<TextAct, "entry" | "sequence">): number {
  if (a.entry === b.entry) return a.sequence - b.sequence;
  if (a.entry === null) return 1;
  return b.entry === null ? -1 : a.entry - b.entry;
}

/**
 * Each paragraph that is held here, in the text's order: a party's position is its last act in its own log; a paragraph
 * is agreed when both positions accept the same digest (objects.md, "One rule for all agreement").
 */
export function paragraphsOf({ frame, own, other, revisions, acts }: Held): Paragraph[] {
  return frame.paragraphs.flatMap((paragraph, index) => {
    const ofThis = revisions.filter((revision) => revision.paragraph === paragraph);
    const parties = [own, other].filter((party) => party !== null);
    const positions = parties.flatMap((party) => positionOf(party, ofThis, acts) ?? []);
    const agreed = agreedRevision(ofThis, positions);
    const shown = agreed ?? newest(ofThis);
    return shown ? [{ paragraph, number: index + 1, shown, positions, agreed: agreed !== undefined }] : [];
  });
}

function positionOf(
  party: string,
  revisions: readonly Revision[],
  acts: readonly TextAct[],
): ParagraphPosition | undefined {
  const theirs = revisions.filter((revision) => revision.party === party);
  // An own later revision takes the place of an earlier one, in whichever order the two were logged.
  const replaced = new Set(theirs.map(({ replaces }) => replaces));
  const written = theirs.filter(({ digest }) => !replaced.has(digest)).map((move) => ({ ...move, accepts: true }));
  const objects = new Set(revisions.map(({ objectId }) => objectId));
  const acted = acts
    .filter(
      (act) => act.party === party && objects.has(act.subject) && (act.act === "accept" || act.act === "withdraw"),
    )
    .map((move) => ({ ...move, accepts: move.act === "accept" }));
  const last = [...written, ...acted].sort(inLogOrder).at(-1);
  return last && { party, digest: last.digest, accepts: last.accepts, at: last.at, entry: last.entry };
}

function agreedRevision(revisions: readonly Revision[], positions: readonly ParagraphPosition[]): Revision | undefined {
  const [first, second] = positions;
  if (!first?.accepts || !second?.accepts || first.digest !== second.digest) return undefined;
  return revisions.find(({ digest }) => digest === first.digest);
}

/** The same at both nodes: by what the revisions themselves say, not by when they arrived. */
function newest(revisions: readonly Revision[]): Revision | undefined {
  const replaced = new Set(revisions.map(({ replaces }) => replaces));
  const open = revisions.filter(({ digest }) => !replaced.has(digest));
  return open.sort((a, b) => compare(a.created, b.created) || compare(a.objectId, b.objectId)).at(-1);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
