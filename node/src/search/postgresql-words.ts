import { sql } from "kysely";
import type { Asked, Column, WordColumns, WordIndex } from "./word-index.ts";
import type { Phrase } from "./words.ts";

/** A column is a weight of the tokens in it; D, the weight of what bears none, is the facets'. */
const WEIGHTS: Readonly<Record<Column, string>> = { names: "A", texts: "B", rest: "C", facets: "D" };
/** No phrase goes on from one column into the next. */
const GAP = 2;
/** PostgreSQL counts places up to 16,383, and holds a megabyte of words; what lies beyond in an object is not found. */
const MOST_PLACES = 16_000;
const MOST_BYTES = 700_000;

/** PostgreSQL's tsvector, of our tokens at their places: no dictionary of PostgreSQL changes any of them. */
export const postgresqlWords: WordIndex = {
  versionId: sql<number>`w.version_id`,
  matches: ({ wanted, unwanted }) => {
    const all = [...wanted.map(expression), ...unwanted.map((one) => `!${expression(one)}`)];
    return sql`w.words @@ ${all.join(" & ")}::tsquery`;
  },
  insert: async (tx, rows) => {
    const written = rows.map(({ versionId, ...columns }) => ({ versionId, words: vectorOf(columns) }));
    await sql`insert into search_words (version_id, words)
      select (value ->> 'versionId')::bigint, (value ->> 'words')::tsvector
      from json_array_elements(${JSON.stringify(written)}::json)`.execute(tx);
  },
  remove: async (tx, rows) => {
    const ids = rows.map(({ versionId }) => versionId);
    await sql`delete from search_words where version_id in (${sql.join(ids)})`.execute(tx);
  },
};

function vectorOf({ facets, ...columns }: WordColumns): string {
  const lexemes = facets.split(" ").map((token) => `${quoted(token)}:1`);
  let place = 0;
  let bytes = 0;
  for (const column of ["names", "texts", "rest"] as const) {
    place += GAP;
    for (const token of columns[column].split(" ")) {
      bytes += Buffer.byteLength(token);
      if (place >= MOST_PLACES || bytes > MOST_BYTES) break;
      if (token !== "") lexemes.push(`${quoted(token)}:${++place}${WEIGHTS[column]}`);
    }
  }
  return lexemes.join(" ");
}

function expression(asked: Asked): string {
  if ("facets" in asked) return `(${asked.facets.map((token) => `${quoted(token)}:D`).join(" | ")})`;
  const weights = asked.columns.map((column) => WEIGHTS[column]).join("");
  return `(${asked.phrases.map((one) => phrase(one, weights)).join(" & ")})`;
}

function phrase({ tokens, isPrefix }: Phrase, weights: string): string {
  const isLast = (index: number) => isPrefix && index === tokens.length - 1;
  return `(${tokens.map((token, index) => `${quoted(token)}:${isLast(index) ? "*" : ""}${weights}`).join(" <-> ")})`;
}

/** Tokens are letters, digits and marks; still each is quoted. */
const quoted = (token: string) => `'${token.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
