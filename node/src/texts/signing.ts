import { type Act, actNote, NotesError, type PartyKey, verifyAct } from "@entente/notes";
import { inLogOrder } from "./agreement.ts";
import type { Line, Signing, TextAct } from "./model.ts";

/**
 * A line as it stands in a note, from what an act object holds of it. The object leaves the name out: it is the id of
 * the party that hands the act in, and an id in running text would keep the act from being released (R8).
 */
export function lineOf(party: string, signature: string): string {
  return `— ${party} ${signature}`;
}

/** The part of a note's line that goes into an act object. */
export function signatureOf(line: string): string {
  return line.slice(line.lastIndexOf(" ") + 1);
}

/**
 * Which lines of a party stand under this manifest. A line counts only when the party's key made it, under this very
 * act; whatever came before the party's last withdrawal counts no more.
 * @param keys null for this node's own lines, which it verified before it kept them
 */
export function signingOf(
  party: string,
  acts: readonly TextAct[],
  manifestSha256: string,
  keys: readonly PartyKey[] | null,
): Signing {
  const theirs = acts.filter((act) => act.party === party).sort(inLogOrder);
  const standing = theirs.slice(theirs.findLastIndex(({ act }) => act === "withdraw") + 1);
  const given = standing.filter(({ digest }) => digest === manifestSha256);
  const lastSign = given.findLast(({ act }) => act === "sign");
  const lastPublish = given.findLast(({ act }) => act === "publish");
  const sign = lastSign && verifiedLine(lastSign, keys);
  const publish = lastPublish && verifiedLine(lastPublish, keys);
  return {
    party,
    sign: sign ?? null,
    publish: publish ? { ...publish, instant: publish.act.instant ?? "" } : null,
    wrong: (lastSign !== undefined && !sign) || (lastPublish !== undefined && !publish),
  };
}

function verifiedLine(act: TextAct, keys: readonly PartyKey[] | null): Line | undefined {
  const line = lineOf(act.party, act.signature ?? "");
  if (!keys) return { act, line };
  const signed: Act = act.act === "publish" ? { name: "publish", instant: act.instant ?? "" } : { name: "sign" };
  try {
    const { signedBy } = verifyAct(actNote(signed, act.digest, [line]), [act.party], keys);
    return signedBy.includes(act.party) ? { act, line } : undefined;
  } catch (error) {
    if (error instanceof NotesError) return undefined;
    throw error;
  }
}
