import type { JsonObject } from "@entente/stix";
import { agendaItems } from "./agenda-items.ts";
import { attributionsByKorea, attributionsByUnitedStates } from "./attributions.ts";
import { bodies } from "./bodies.ts";
import { consultation2013, consultation2022, consultation2023 } from "./consultation-sessions.ts";
import { cyberFlag, exerciseBetweenCommands } from "./exercises.ts";
import { historyByKorea, historyByUnitedStates } from "./history-statements.ts";
import { newsOfKorea, newsOfUnitedStates } from "./news.ts";
import { reportedOutcomes } from "./reported-outcomes.ts";
import { strategyOfKorea, strategyOfUnitedStates } from "./strategies.ts";
import { threads } from "./threads.ts";
import { workingGroupSessions } from "./working-group-sessions.ts";
import type { Writing } from "./written.ts";

export * from "./ids.ts";

export type { Texts, Writing } from "./written.ts";

/**
 * What Korea writes before the United States has written anything: the bodies, the sessions that it hosts, the threads.
 * Each refers only to others of this list.
 */
export function groundworkOfKorea(writing: Writing): JsonObject[] {
  return [
    ...threads(writing),
    ...bodies(writing),
    ...workingGroupSessions(writing),
    ...agendaItems(writing),
    consultation2013(writing),
    strategyOfKorea(writing),
    exerciseBetweenCommands(writing),
    ...reportedOutcomes(writing),
    ...newsOfKorea(writing),
  ];
}

/** What the United States writes; it refers to the groundwork of Korea, and to the reference set. */
export function objectsOfUnitedStates(writing: Writing): JsonObject[] {
  return [
    consultation2022(writing),
    consultation2023(writing),
    strategyOfUnitedStates(writing),
    cyberFlag(writing),
    ...historyByUnitedStates(writing),
    ...attributionsByUnitedStates(writing),
    ...newsOfUnitedStates(writing),
  ];
}

/** What Korea states beside it: some of it is on sessions that the United States has written, some on the reference set. */
export function statementsOfKorea(writing: Writing): JsonObject[] {
  return [...historyByKorea(writing), ...attributionsByKorea(writing)];
}
