import type { JointTextState } from "../http/api.ts";
import { accordContentOf } from "./accord-content.ts";
import { inLogOrder, paragraphsOf } from "./agreement.ts";
import type { AccordContent, Held, JointText, Signing } from "./model.ts";
import { signingOf } from "./signing.ts";

/** Computes where a joint text stands, from what both hold. Pure, and the same at both nodes. */
export function jointTextOf(held: Held): JointText {
  const { frame, own, other, keys, accord } = held;
  const parties = [own, other].filter((party) => party !== null);
  const paragraphs = paragraphsOf(held);
  const found = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const content = accordContentOf(frame, parties, paragraphs);
  const acts = held.acts.filter(({ subject }) => subject === frame.id);
  const sha256 = accord?.manifest.sha256 ?? (content.ok ? content.sha256 : "");
  const ownKeys = keys.some(({ party }) => party === own) ? keys : null;
  const ours = signingOf(own, acts, sha256, ownKeys);
  const theirs = other === null ? null : signingOf(other, acts, sha256, keys);
  const instant = agreedInstant(ours, theirs);
  const table = tableActOf(held);
  return {
    ...held,
    state: stateOf({ accord, content, ours, theirs, instant, tabled: table !== null }),
    table,
    paragraphs,
    missing: frame.paragraphs.find((paragraph) => !found.has(paragraph)) ?? null,
    content,
    ours,
    theirs,
    instant: accord?.instant ?? instant,
  };
}

/** Both have signed, and both have signed this instant. */
function agreedInstant(ours: Signing, theirs: Signing | null): string | null {
  if (!ours.sign || !theirs?.sign || !ours.publish || !theirs.publish) return null;
  return ours.publish.instant === theirs.publish.instant ? ours.publish.instant : null;
}

function tableActOf({ frame, acts }: Held) {
  const last = acts
    .filter(
      ({ party, subject, act }) => party === frame.writer && subject === frame.id && /^(table|withdraw)$/.test(act),
    )
    .sort(inLogOrder)
    .at(-1);
  return last?.act === "table" ? last : null;
}

function stateOf(found: {
  accord: Held["accord"];
  content: AccordContent;
  ours: Signing;
  theirs: Signing | null;
  instant: string | null;
  tabled: boolean;
}): JointTextState {
  const { accord, content, ours, theirs, instant, tabled } = found;
  // What both have concluded stays so, whatever is written afterwards.
  if (accord) return accord.publishedAt === null ? "publication-agreed" : "public";
  if (!tabled) return "draft";
  if (!content.ok) return "tabled";
  if (instant !== null) return "publication-agreed";
  if (ours.sign && theirs?.sign) return "signed";
  if (ours.sign) return "signed-by-us";
  return theirs?.sign ? "signed-by-them" : "agreed";
}
