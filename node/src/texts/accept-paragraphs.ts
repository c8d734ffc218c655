import { command } from "#database";
import type { Rule } from "#release";
import { type Acting, otherOf, textFor, writeAct } from "./acting.ts";
import { editedMeanwhile } from "./impossible.ts";
import { openParagraphs } from "./possible-acts.ts";
import { releaseWhole } from "./release-whole.ts";

export type Acceptance = Acting & { readonly digests: readonly string[] };

/**
 * Accepts the revisions that the person saw, one act for each, all released together.
 * @throws EntenteError "edited-meanwhile" when one of them is not what is on the table any more
 */
export const acceptParagraphs = (rules: readonly Rule[]) =>
  command("objects", "acceptParagraphs", async (tx, acceptance: Acceptance, context): Promise<void> => {
    const text = await textFor(tx, acceptance, "accept");
    const seen = new Set(acceptance.digests);
    const onTheTable = new Set(text.paragraphs.map(({ shown }) => shown.digest));
    if ([...seen].some((digest) => !onTheTable.has(digest))) throw editedMeanwhile();
    const accepted = openParagraphs(text).filter(({ shown }) => seen.has(shown.digest));
    // All that was chosen is accepted already: what is open now, the person has not seen.
    if (accepted.length === 0) throw editedMeanwhile();
    const ids: string[] = [];
    for (const { shown } of accepted) {
      const act = { act: "accept", subject_ref: shown.objectId, subject_digest: shown.digest } as const;
      ids.push((await writeAct(tx, text, acceptance.person, act, context)).id);
    }
    const reason = `Acceptance of ${accepted.length} paragraphs of ${text.frame.symbol}`;
    await releaseWhole(tx, rules, { party: otherOf(text), ids, reason, first: acceptance.person }, context);
  });
