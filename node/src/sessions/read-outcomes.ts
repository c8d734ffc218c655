import { timestampOf } from "@entente/stix";
import type { Objects } from "#objects";
import { standingOf } from "#release";
import type { OutcomeView, Position } from "../http/api.ts";
import { each } from "./each.ts";
import { possibleFor } from "./impossible.ts";
import type { Held, Outcome, Reader, Session } from "./model.ts";
import { carryUpOf, outcomeNumber, outcomesOf, type Stand, standsOn } from "./outcomes.ts";
import { nameOf } from "./parties.ts";
import { carryUpView } from "./read-carry-ups.ts";
import { heldOrRefused } from "./store.ts";
import { whyNotAccept, whyNotCarryUp } from "./why-not.ts";

/** The outcomes of a session with both positions on each, what became of them, and what this person can do. */
export async function readOutcomes(db: Objects, reader: Reader, session: Held<Session>): Promise<OutcomeView[]> {
  const outcomes = await outcomesOf(db, session);
  return each(outcomes, (outcome) => outcomeView(db, reader, { session, outcome, all: outcomes }));
}

/** One outcome, as its session shows it. @throws EntenteError "object-unknown" */
export async function readOutcome(db: Objects, reader: Reader, id: string): Promise<OutcomeView> {
  const outcome = await heldOrRefused(db, "entente-outcome", id);
  const session = await heldOrRefused(db, "entente-session", outcome.object.session_ref);
  return outcomeView(db, reader, { session, outcome, all: await outcomesOf(db, session) });
}

type Placed = { session: Held<Session>; outcome: Held<Outcome>; all: readonly Held<Outcome>[] };

async function outcomeView(db: Objects, reader: Reader, { session, outcome, all }: Placed): Promise<OutcomeView> {
  const { version, object } = outcome;
  const stands = await standsOn(db, session, outcome);
  const carryUp = await carryUpOf(db, outcome);
  return {
    id: object.id,
    itemId: object.item_ref,
    number: outcomeNumber(session, all, object.id),
    kind: object.kind,
    text: object.text,
    verb: object.verb ?? null,
    digest: version.digest,
    standing: await standingOf(db, version),
    positions: stands.map((stand) => position(reader, stand)),
    agreed: stands.length === 2 && stands.every(({ accepts }) => accepts),
    carryUp: carryUp ? await carryUpView(db, reader, carryUp) : null,
    acts: {
      accept: possibleFor(reader.person, await whyNotAccept(db, session, outcome)),
      carryUp: possibleFor(reader.person, await whyNotCarryUp(db, session, outcome)),
    },
  };
}

function position({ own, names }: Reader, { party, accepts, last }: Stand): Position {
  return {
    party: nameOf(party, names),
    side: party === own ? "ours" : "theirs",
    accepted: accepts,
    at: last ? timestampOf(last.at) : null,
    digest: last?.digest ?? null,
    entry: last?.entry ?? null,
  };
}
