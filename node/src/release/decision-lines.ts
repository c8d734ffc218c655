import { parseEntry } from "@entente/notes";
import { timestampOf } from "@entente/stix";
import { type Objects, ownParty, slices } from "#objects";
import type { DecisionLine, PartyName, Person, Possible } from "../http/api.ts";
import { type decisionRow, whySecondIsRefused } from "./approve-decision.ts";
import { logName } from "./ledger.ts";

type Decision = Awaited<ReturnType<typeof decisionRow>>;
export type DecisionReader = {
  readonly person: Person;
  readonly names: ReadonlyMap<string, PartyName>;
  readonly nowMicros: number;
};

const NEWEST = 200;

/** The decisions, newest first. */
export async function decisionLines(db: Objects, reader: DecisionReader): Promise<DecisionLine[]> {
  const rows = await db.selectFrom("decisions").selectAll().orderBy("first_at", "desc").limit(NEWEST).execute();
  return linesOf(db, rows, reader);
}

export async function decisionLine(db: Objects, row: Decision, reader: DecisionReader): Promise<DecisionLine> {
  const [line] = await linesOf(db, [row], reader);
  if (!line) throw new Error("a decision without its line");
  return line;
}

async function linesOf(db: Objects, rows: readonly Decision[], reader: DecisionReader): Promise<DecisionLine[]> {
  const progress = await progressOf(
    db,
    rows.map(({ decision }) => decision),
  );
  const own = (await ownParty(db)).id;
  const lines: DecisionLine[] = [];
  for (const row of rows) {
    const { objects, released, last } = progress.get(row.decision) ?? { objects: 0, released: 0, last: null };
    lines.push({
      id: row.decision,
      party: reader.names.get(row.party) ?? null,
      state: row.state,
      reason: row.reason,
      title: row.title,
      objects: objects + (JSON.parse(row.pending) as string[]).length,
      released,
      first: { function: row.first_function, at: timestampOf(row.first_at) },
      second:
        row.second_function === null || row.second_at === null
          ? null
          : { function: row.second_function, at: timestampOf(row.second_at) },
      at: last === null ? null : await entryTime(db, logName(own, row.party), last),
      approve: await approvalBy(db, row, reader),
    });
  }
  return lines;
}

type Progress = { readonly objects: number; readonly released: number; readonly last: number | null };

async function progressOf(db: Objects, decisions: readonly string[]): Promise<Map<string, Progress>> {
  const found = new Map<string, Progress>();
  for (const some of slices(decisions)) {
    const rows = await db
      .selectFrom("decision_objects")
      .select(({ fn }) => [
        "decision",
        fn.countAll<number>().as("objects"),
        fn.count<number>("entry").as("released"),
        fn.max("entry").as("last"),
      ])
      .where("decision", "in", some)
      .groupBy("decision")
      .execute();
    for (const { decision, ...progress } of rows) found.set(decision, progress);
  }
  return found;
}

async function entryTime(db: Objects, log: string, entry: number): Promise<string | null> {
  const row = await db
    .selectFrom("entries")
    .select("bytes")
    .where("log", "=", log)
    .where("entry", "=", entry)
    .executeTakeFirst();
  return row ? parseEntry(row.bytes).time : null;
}

async function approvalBy(db: Objects, row: Decision, { person, nowMicros }: DecisionReader): Promise<Possible> {
  if (row.state !== "waits-for-second-person") return { can: false, why: "not-waiting" };
  if (person.role !== "releasing-officer") return { can: false, why: "needs-releasing-officer" };
  const why = await whySecondIsRefused(db, row, person.id, nowMicros);
  return why ? { can: false, why } : { can: true };
}
