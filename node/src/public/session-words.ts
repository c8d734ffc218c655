import type { PageContext } from "./page-context.ts";
import type { Session } from "./record.ts";
import { shortOrdinal } from "./typography.ts";
import { type Phrase, WORDS } from "./words/index.ts";

/** "Eighth session"; the words end at ten, then the figure goes on. */
export function numberedSession(context: PageContext, number: number): string {
  const key = `session.${number}`;
  if (isPhrase(key)) return context.words(key);
  return context.words("session.n", { number, ordinal: shortOrdinal(number, context.language) });
}

/** What a session is called: its own title, else its number, else its day. */
export function sessionName(context: PageContext, { title, number, start }: Session): string {
  if (title) return context.plain(title);
  if (number !== undefined) return numberedSession(context, number);
  return start ? context.day(start) : context.words("session.not-on-record");
}

function isPhrase(key: string): key is Phrase {
  return key in WORDS.en;
}
