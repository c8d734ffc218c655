import { type CommandContext, command } from "#database";
import { type Objects, type ReadObject, writeOwnObject } from "#objects";
import type { Rule } from "#release";
import type { Texts } from "../http/api.ts";
import { type Acting, labelOf, otherOf, textFor } from "./acting.ts";
import { checkParagraph } from "./canonical-paragraph.ts";
import { editedMeanwhile, noSuchText } from "./impossible.ts";
import type { JointText } from "./model.ts";
import { releaseWhole } from "./release-whole.ts";

export type Edit = Acting & {
  readonly paragraph: string;
  /** The revision that the person saw; null where the paragraph has none yet. */
  readonly digest: string | null;
  readonly texts: Texts;
};

/**
 * Writes a new revision of a paragraph in all languages. In a draft it stays here; of a tabled text it is a proposal,
 * and goes to the other side at once.
 * @throws EntenteError "text-not-canonical", "edited-meanwhile", "act-impossible"
 */
export const editParagraph = (rules: readonly Rule[]) =>
  command("objects", "editParagraph", async (tx, edit: Edit, context): Promise<void> => {
    const text = await textFor(tx, edit, "edit");
    if (!text.frame.paragraphs.includes(edit.paragraph)) throw noSuchText();
    checkParagraph(text.frame, edit.texts);
    const shown = text.paragraphs.find(({ paragraph }) => paragraph === edit.paragraph)?.shown;
    if ((shown?.digest ?? null) !== edit.digest) throw editedMeanwhile();
    const revision = await writeRevision(tx, text, edit, context);
    if (text.state === "draft") return;
    const { frame } = text;
    await releaseWhole(
      tx,
      rules,
      { party: otherOf(text), ids: [revision.id], reason: `Proposal on ${frame.symbol}`, first: edit.person },
      context,
    );
  });

async function writeRevision(
  tx: Objects,
  text: JointText,
  { person, paragraph, digest, texts }: Edit,
  context: CommandContext,
): Promise<ReadObject> {
  const replaces = digest === null ? {} : { replaces: digest };
  return writeOwnObject(
    tx,
    {
      type: "entente-paragraph",
      label: await labelOf(tx, text),
      author: person.id,
      properties: { joint_text_ref: text.frame.id, paragraph, texts, ...replaces },
    },
    context,
  );
}
