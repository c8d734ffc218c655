import { type Act, signAct } from "@entente/notes";
import { command, type Database } from "#database";
import type { Objects } from "#objects";
import type { Rule } from "#release";
import type { Person } from "../http/api.ts";
import { type Acting, otherOf, textFor, writeAct } from "./acting.ts";
import { editedMeanwhile, impossible } from "./impossible.ts";
import { instantToSign } from "./instant.ts";
import type { JointText } from "./model.ts";
import { personOfAct } from "./persons-of-acts.ts";
import { whyNotForPublic } from "./public-references.ts";
import { releaseWhole } from "./release-whole.ts";
import { type PartySigner, requireOwnLine } from "./signer.ts";
import { signatureOf } from "./signing.ts";

export type Publication = Acting & {
  readonly manifest: string;
  readonly instant: string;
  /** When the person asked, and how far ahead the first instant must lie then. */
  readonly askedAtMs: number;
  readonly leadMs: number;
};

type Publishing = {
  readonly database: Database;
  readonly rules: readonly Rule[];
  readonly signer: PartySigner;
};

/** Signs the act `publish <instant>`, as `signText` signs: the key stays on this thread. */
export async function publishText({ database, rules, signer }: Publishing, publication: Publication): Promise<void> {
  const { instant } = await publishable(database.objects, rules, publication);
  const act: Act = { name: "publish", instant };
  const line = signAct(act, publication.manifest, signer.party, signer.privateKey);
  await database.write(recordPublication(rules), { ...publication, instant, line });
}

export const recordPublication = (rules: readonly Rule[]) =>
  command("objects", "recordPublication", async (tx, input: Publication & { line: string }, context): Promise<void> => {
    const { text, instant } = await publishable(tx, rules, input);
    // The other side's line may have arrived since: then the spelling that was signed may be another one.
    if (instant !== input.instant) throw editedMeanwhile();
    requireOwnLine(text, { name: "publish", instant }, input);
    const act = await writeAct(
      tx,
      text,
      input.person,
      {
        act: "publish",
        subject_ref: text.frame.id,
        subject_digest: input.manifest,
        instant,
        signature: signatureOf(input.line),
      },
      context,
    );
    const reason = `Publication of ${text.frame.symbol} at ${instant}`;
    await releaseWhole(tx, rules, { party: otherOf(text), ids: [act.id], reason, first: input.person }, context);
  });

async function publishable(
  db: Objects,
  rules: readonly Rule[],
  publication: Publication,
): Promise<{ text: JointText; instant: string }> {
  const text = await textFor(db, publication, "publish");
  if (!text.content.ok || text.content.sha256 !== publication.manifest) throw editedMeanwhile();
  const why = (await whySamePerson(db, text, publication.person)) ?? (await whyNotForPublic(db, rules, text));
  if (why) throw impossible(why);
  const { instant, askedAtMs, leadMs } = publication;
  return { text, instant: instantToSign(text, instant, { nowMs: askedAtMs, leadMs }) };
}

/** Whoever gave `sign` here cannot give `publish` too: the two stand for the two persons of R12. */
export async function whySamePerson(
  db: Objects,
  { ours }: JointText,
  person: Pick<Person, "id">,
): Promise<"same-person-as-sign" | null> {
  const signer = ours.sign && (await personOfAct(db, ours.sign.act.actId));
  return signer?.id === person.id ? "same-person-as-sign" : null;
}
