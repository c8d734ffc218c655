import type { PartyKey } from "@entente/notes";
import type { TlpLevel } from "@entente/stix";
import type { CommandContext } from "#database";
import { headOf, type Objects, type ReadObject, writeOwnObject } from "#objects";
import type { Person } from "../http/api.ts";
import { noSuchText } from "./impossible.ts";
import type { JointText } from "./model.ts";
import { requirePossible, type TextActName } from "./possible-acts.ts";
import { readJointText } from "./read-joint-text.ts";

/** What every command on a joint text is told: which one, by whom, and the keys that signatures are checked with. */
export type Acting = {
  readonly id: string;
  readonly person: Person;
  readonly keys: readonly PartyKey[];
};

/** The text as it stands in this transaction, if the act is possible now. @throws EntenteError */
export async function textFor(db: Objects, { id, person, keys }: Acting, act: TextActName): Promise<JointText> {
  const text = await readJointText(db, id, keys);
  if (!text) throw noSuchText();
  requirePossible(text, act, person);
  return text;
}

/** The other party of a text on which an act was found possible. */
export function otherOf({ other }: JointText): string {
  if (other === null) throw new Error("an act without the other party was found possible");
  return other;
}

/** What is written about a text bears the text's own label. */
export async function labelOf(db: Objects, { frame }: JointText): Promise<TlpLevel> {
  return ((await headOf(db, frame.id))?.label as TlpLevel | null | undefined) ?? "green";
}

export type NewAct = {
  readonly act: "table" | "accept" | "sign" | "publish";
  readonly subject_ref: string;
  readonly subject_digest: string;
  readonly instant?: string;
  readonly signature?: string;
};

export async function writeAct(
  tx: Objects,
  text: JointText,
  person: Person,
  act: NewAct,
  context: CommandContext,
): Promise<ReadObject> {
  const label = await labelOf(tx, text);
  return writeOwnObject(tx, { type: "entente-act", label, author: person.id, properties: act }, context);
}
