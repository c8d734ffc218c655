import { command } from "#database";
import type { Rule } from "#release";
import { type Acting, otherOf, textFor, writeAct } from "./acting.ts";
import { releaseWhole } from "./release-whole.ts";

/**
 * Tables a draft: the act, and the release of text and paragraphs as they stand, in one transaction. Earlier drafts of
 * the paragraphs stay here.
 */
export const tableText = (rules: readonly Rule[]) =>
  command("objects", "tableText", async (tx, acting: Acting, context): Promise<void> => {
    const text = await textFor(tx, acting, "table");
    const { frame, paragraphs } = text;
    const act = await writeAct(
      tx,
      text,
      acting.person,
      { act: "table", subject_ref: frame.id, subject_digest: frame.digest },
      context,
    );
    const ids = [frame.id, ...paragraphs.map(({ shown }) => shown.objectId), act.id];
    await releaseWhole(
      tx,
      rules,
      { party: otherOf(text), ids, reason: `Tabling of ${frame.symbol}`, first: acting.person },
      context,
    );
  });
