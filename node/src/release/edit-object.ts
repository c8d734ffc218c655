import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { headOf, writeNewVersion } from "#objects";
import { editableProperties } from "./editable.ts";
import { objectUnknown } from "./object-page.ts";

type Edit = {
  readonly id: string;
  readonly digest: string;
  readonly author: string;
  readonly properties: { readonly [name: string]: unknown };
};
export type Edited = { readonly id: string; readonly modified: string | null; readonly digest: string };

/** Writes a new version of an own object: only what people may change of its type, and only on top of what they saw. */
export const editObject = command("objects", "editObject", async (tx, edit: Edit, context): Promise<Edited> => {
  const head = await headOf(tx, edit.id);
  if (!head) throw objectUnknown();
  const editable = editableProperties(head);
  const refused = Object.keys(edit.properties).filter((name) => !editable.includes(name));
  if (editable.length === 0 || refused.length > 0) throw notEditable(refused);
  const { id, modified, digest } = await writeNewVersion(tx, edit, context);
  return { id, modified, digest };
});

function notEditable(refused: readonly string[]): EntenteError {
  return new EntenteError({
    code: "not-allowed",
    message: "This cannot be changed here.",
    remedy: "Only texts and facts of your own objects can be edited; markings, authors and references stay.",
    faults: refused.slice(0, 20).map((name) => ({ path: `$.${name.slice(0, 100)}`, message: "cannot be edited" })),
  });
}
