import type { Parts } from "#http";
import { PageContext } from "./page-context.ts";
import { recordReader } from "./read-record.ts";
import type { PublicRecord } from "./record.ts";
import type { Language } from "./words/index.ts";

/** What pages are made from: the record as it is now, and a fresh context per page. */
export type Site = {
  record(): Promise<PublicRecord>;
  context(language: Language): Promise<PageContext>;
};

export function createSite(parts: Pick<Parts, "database" | "ownParty" | "configuration" | "clock">): Site {
  const { database, ownParty, configuration, clock } = parts;
  const record = recordReader(database, ownParty, () => clock.now());
  return {
    record,
    context: async (language) => new PageContext(language, await record(), configuration.demonstration),
  };
}
