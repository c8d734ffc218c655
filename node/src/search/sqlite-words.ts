import { sql } from "kysely";
import type { Asked, WordIndex } from "./word-index.ts";
import type { Phrase } from "./words.ts";

/** SQLite's FTS5, contentless: what is taken out must be said once more. */
export const sqliteWords: WordIndex = {
  versionId: sql<number>`w.rowid`,
  matches: ({ wanted, unwanted }) => {
    const all = wanted.map((one) => `(${expression(one)})`).join(" AND ");
    return sql`w.search_words match ${unwanted.reduce((found, one) => `(${found}) NOT (${expression(one)})`, all)}`;
  },
  insert: async (tx, rows) => {
    // One parameter for all: to bind each would cost more than to index it.
    await sql`insert into search_words (rowid, names, texts, rest, facets)
      select value ->> 'versionId', value ->> 'names', value ->> 'texts', value ->> 'rest', value ->> 'facets'
      from json_each(${JSON.stringify(rows)})`.execute(tx);
  },
  remove: async (tx, rows) => {
    for (const { versionId, names, texts, rest, facets } of rows) {
      await sql`insert into search_words (search_words, rowid, names, texts, rest, facets)
        values ('delete', ${versionId}, ${names}, ${texts}, ${rest}, ${facets})`.execute(tx);
    }
  },
};

function expression(asked: Asked): string {
  if ("facets" in asked) return `facets : (${asked.facets.join(" OR ")})`;
  return `({${asked.columns.join(" ")}} : (${asked.phrases.map(phrase).join(" AND ")}))`;
}

/** Tokens are letters, digits and marks; still each is quoted. */
const phrase = ({ tokens, isPrefix }: Phrase) => `"${tokens.join(" ").replaceAll('"', "")}"${isPrefix ? "*" : ""}`;
