import { displayOf, type Objects, textsOf } from "#objects";
import { standingOf } from "#release";
import type { SourceView, StatementView } from "../http/api.ts";
import type { Held, Reader, Source, Statement } from "./model.ts";
import { nameOfWriter } from "./parties.ts";
import { heldNaming } from "./store.ts";

/** Every statement about an object, positions on the same field beside each other. */
export async function statementsOn(db: Objects, id: string): Promise<Held<Statement>[]> {
  const statements = await heldNaming(db, "entente-statement", "about_ref", id);
  const fields = [...new Set(statements.map(({ object }) => object.field))];
  return fields.flatMap((field) => statements.filter(({ object }) => object.field === field));
}

export async function statementView(
  db: Objects,
  { own, names }: Pick<Reader, "own" | "names">,
  { version, object }: Held<Statement>,
): Promise<StatementView> {
  return {
    id: object.id,
    field: object.field,
    value: object.value,
    by: nameOfWriter(version, own, names),
    standing: await standingOf(db, version),
    source: sourceView(object.source),
  };
}

export function sourceView({ publisher, title, date, url }: Source): SourceView {
  const [publishers, titles] = [textsOf(publisher), textsOf(title)];
  return {
    publisher: displayOf(publisher) ?? "",
    ...(publishers ? { publishers } : {}),
    ...(title === undefined ? {} : { title: displayOf(title) ?? "" }),
    ...(titles ? { titles } : {}),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
  };
}
