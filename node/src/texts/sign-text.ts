import { signAct } from "@entente/notes";
import { command, type Database } from "#database";
import type { Objects } from "#objects";
import type { Rule } from "#release";
import { type Acting, otherOf, textFor, writeAct } from "./acting.ts";
import { editedMeanwhile } from "./impossible.ts";
import type { JointText } from "./model.ts";
import { releaseWhole } from "./release-whole.ts";
import { type PartySigner, requireOwnLine } from "./signer.ts";
import { signatureOf } from "./signing.ts";

export type Signature = Acting & {
  /** SHA-256 of the manifest that the person saw, with the text in all its languages. */
  readonly manifest: string;
};

/**
 * Signs what is shown: the key stays on this thread, and the command gets the line alone. The line is made only of what
 * may be signed, and the command asks everything again, in its own transaction.
 */
export async function signText(
  { database, rules, signer }: { database: Database; rules: readonly Rule[]; signer: PartySigner },
  signature: Signature,
): Promise<void> {
  await signable(database.objects, signature);
  const line = signAct({ name: "sign" }, signature.manifest, signer.party, signer.privateKey);
  await database.write(recordSignature(rules), { ...signature, line });
}

export const recordSignature = (rules: readonly Rule[]) =>
  command("objects", "recordSignature", async (tx, input: Signature & { line: string }, context): Promise<void> => {
    const text = await signable(tx, input);
    requireOwnLine(text, { name: "sign" }, input);
    const act = await writeAct(
      tx,
      text,
      input.person,
      {
        act: "sign",
        subject_ref: text.frame.id,
        subject_digest: input.manifest,
        signature: signatureOf(input.line),
      },
      context,
    );
    const reason = `Signature of ${text.frame.symbol}`;
    await releaseWhole(tx, rules, { party: otherOf(text), ids: [act.id], reason, first: input.person }, context);
  });

/** @throws EntenteError when this may not be signed, or is not what the person saw */
async function signable(db: Objects, signature: Signature): Promise<JointText> {
  const text = await textFor(db, signature, "sign");
  if (!text.content.ok || text.content.sha256 !== signature.manifest) throw editedMeanwhile();
  return text;
}
