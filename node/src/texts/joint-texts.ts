import { headOf, type Objects, type Version } from "#objects";
import { standingOf } from "#release";
import type { JointTextLine, Side, Standing, TlpLevel } from "../http/api.ts";
import type { JointText } from "./model.ts";
import { peerKeys } from "./party-keys.ts";
import { openParagraphs } from "./possible-acts.ts";
import { readJointTexts } from "./read-joint-text.ts";

/** An act that the text waits for, and whose it is. */
export type Awaited = { readonly act: "accept" | "sign" | "publish"; readonly side: Side };

export type JointTextSummary = JointTextLine & {
  readonly sessionId: string;
  readonly label: TlpLevel | null;
  readonly waitsFor: readonly Awaited[];
};

/** Every joint text that is held here, with its state and what waits for whom. */
export async function jointTexts(db: Objects): Promise<JointTextSummary[]> {
  const summaries: JointTextSummary[] = [];
  for (const text of await readJointTexts(db, await peerKeys(db))) summaries.push(await summaryOf(db, text));
  return summaries;
}

export async function summaryOf(db: Objects, text: JointText): Promise<JointTextSummary> {
  const { id, symbol, title, sessionId } = text.frame;
  const head = await headOf(db, id);
  return {
    id,
    symbol,
    title,
    state: text.state,
    label: (head?.label as TlpLevel | null | undefined) ?? null,
    standing: await standing(db, text, head),
    sessionId,
    waitsFor: awaited(text),
  };
}

/** What both have agreed on is joint, from the last acceptance on. */
async function standing(db: Objects, { state }: JointText, head: Version | undefined): Promise<Standing> {
  if (state !== "draft" && state !== "tabled") return { kind: "joint" };
  return head ? standingOf(db, head) : { kind: "national" };
}

/** Pure: the acts that are missing now, in the order in which they are given. */
export function awaited(text: JointText): Awaited[] {
  const { state, own, paragraphs, ours, theirs } = text;
  if (state === "tabled") {
    const theirsOpen = paragraphs.some(
      ({ shown, positions }) =>
        !positions.some(({ party, accepts, digest }) => party !== own && accepts && digest === shown.digest),
    );
    return [
      ...(openParagraphs(text).length > 0 ? [{ act: "accept", side: "ours" } as const] : []),
      ...(theirsOpen ? [{ act: "accept", side: "theirs" } as const] : []),
    ];
  }
  if (state === "agreed" || state === "signed-by-us" || state === "signed-by-them") {
    return missing("sign", ours.sign !== null, (theirs?.sign ?? null) !== null);
  }
  if (state !== "signed") return [];
  const [our, their] = [ours.publish?.instant, theirs?.publish?.instant];
  // Of two instants that crossed, the side of the earlier one signs again.
  if (our !== undefined && their !== undefined) {
    return [{ act: "publish", side: Date.parse(our) < Date.parse(their) ? "ours" : "theirs" }];
  }
  return missing("publish", our !== undefined, their !== undefined);
}

function missing(act: "sign" | "publish", ours: boolean, theirs: boolean): Awaited[] {
  return [...(ours ? [] : [{ act, side: "ours" } as const]), ...(theirs ? [] : [{ act, side: "theirs" } as const])];
}
