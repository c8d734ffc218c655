export { type Acceptance, acceptOutcome } from "./accept-outcome.ts";
export { answerCarryUp, type NewDisposition } from "./answer-carry-up.ts";
export { carryUpOutcome, type NewCarryUp } from "./carry-up-outcome.ts";
export type {
  AgendaItem,
  Body,
  CarryUp,
  Disposition,
  HandedIn,
  Held,
  Names,
  Outcome,
  Reader,
  Session,
  Source,
  Statement,
} from "./model.ts";
export { dispositionOf } from "./outcomes.ts";
export { inOrder, writtenDate } from "./read-mechanism.ts";
export { type NewOutcome, recordOutcome } from "./record-outcome.ts";
export { type SessionsParts, sessionsRoutes } from "./routes.ts";
export { sourceView, statementsOn, statementView } from "./statements.ts";
export { byCreation } from "./store.ts";
export type { Waiting, WaitingProvider } from "./waiting.ts";
