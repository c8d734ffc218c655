import type { AnyCommand } from "#database";
import type { Rule } from "#release";
import { acceptOutcome } from "./accept-outcome.ts";
import { answerCarryUp } from "./answer-carry-up.ts";
import { carryUpOutcome } from "./carry-up-outcome.ts";
import { recordOutcome } from "./record-outcome.ts";

/** The acts at sessions, for the writer's thread. */
export function sessionsCommands(rules: readonly Rule[]): readonly AnyCommand[] {
  return [recordOutcome(rules), acceptOutcome(rules), carryUpOutcome(rules), answerCarryUp(rules)];
}
