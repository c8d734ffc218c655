import type { Kysely } from "kysely";
import type { CommandContext, ObjectsTables } from "#database";
import type { Stored } from "./insert-versions.ts";
import type { Origin } from "./origin.ts";

/** What one origin's admission has changed: versions that are new, and held ones whose label became stricter. */
export type JustAdmitted = {
  readonly origin: Origin;
  readonly added: readonly Stored[];
  readonly tightened: readonly Stored[];
};

/** What follows from an admission, in the same transaction: either both happened or neither. */
export type AfterAdmission = (
  tx: Kysely<ObjectsTables>,
  admitted: JustAdmitted,
  context: CommandContext,
) => Promise<void>;

/**
 * The steps that outer rooms add when the writer starts, and never later: what is admitted is known here, what follows
 * from it is theirs. In a thread that only reads the list is empty.
 */
export const afterAdmission: AfterAdmission[] = [];
