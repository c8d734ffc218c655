import { command } from "#database";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { OWN, objectOf, peerOf, sourceOf } from "#objects";
import { standingsOf } from "#release";
import type { LookupAnswer, LookupRow, PartyName } from "../http/api.ts";
import { indicatedNames } from "./indicated-names.ts";
import { type Hit, indicatorsNaming } from "./indicators-naming.ts";
import { observableMeant } from "./observable-meant.ts";
import { understoodInputs } from "./understood-inputs.ts";

export type LookUp = {
  readonly text: string;
  readonly names: ReadonlyMap<string, PartyName>;
  /** Who asks; null for the machine's administrator. */
  readonly person: string | null;
};

const MAX_INPUTS = 10_000;

/** A look-up is sensitive itself: who asked, and how much, is kept; what was asked for is not. */
export const recordLookUp = command(
  "objects",
  "recordLookUp",
  async (tx, { person, inputs }: { person: string | null; inputs: number }, context): Promise<void> => {
    const entry = {
      at: context.clock.now() * 1000,
      person,
      action: "look-up",
      subject: `${inputs} inputs`,
      detail: "",
    };
    await tx.insertInto("audit").values(entry).execute();
  },
);

/** Says of every value in a text whether an indicator held here names it, and whose that is. Nobody outside is asked. */
export async function lookUp(
  { database, ownParty }: Pick<Parts, "database" | "ownParty">,
  { text, names, person }: LookUp,
): Promise<LookupAnswer> {
  const began = performance.now();
  const inputs = understoodInputs(text);
  if (inputs.length > MAX_INPUTS) throw tooMany(inputs.length);
  await database.write(recordLookUp, { person, inputs: inputs.length });
  const db = database.objects;
  const hits = await indicatorsNaming(
    db,
    inputs.flatMap(({ value }) => value ?? []),
  );
  const indicators = [...new Map([...hits.values()].flat().map(({ indicator }) => [indicator.id, indicator])).values()];
  const indicates = await indicatedNames(
    db,
    indicators.map(({ id }) => id),
  );
  const standings = await standingsOf(db, indicators);
  const from = (origin: string) =>
    origin === OWN ? ownParty.short : (names.get(peerOf(origin) ?? "")?.short ?? sourceOf(origin) ?? origin);

  const match = ({ indicator, via }: Hit): LookupRow["matches"][number] => ({
    indicatorId: indicator.id,
    name: indicator.title,
    side: peerOf(indicator.origin) ? "theirs" : "ours",
    origin: indicator.origin,
    from: from(indicator.origin),
    label: indicator.label,
    indicates: indicates.get(indicator.id) ?? [],
    validFrom: objectOf(indicator).valid_from ?? null,
    standing: standings.get(indicator.id) ?? { kind: "national" },
    via,
  });
  const rows = inputs.map(({ input, value, isGuess }): LookupRow => {
    const matches = value ? (hits.get(value) ?? []).map(match) : [];
    const isUnderstood = value && (!isGuess || matches.length > 0);
    return { input, understoodAs: isUnderstood ? observableMeant(value) : null, known: matches.length > 0, matches };
  });
  return { rows, tookMs: Math.round(performance.now() - began) };
}

function tooMany(count: number): EntenteError {
  return new EntenteError({
    code: "too-large",
    message: `The text holds ${count} values; at most ${MAX_INPUTS} are looked up at once.`,
    remedy: "Look them up in parts, or import them as a list.",
  });
}
