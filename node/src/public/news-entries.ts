import { accordKind } from "./accord-text.ts";
import type { Markup } from "./html.ts";
import type { PageContext } from "./page-context.ts";
import { newsDay } from "./read-record.ts";
import type { Source } from "./record.ts";

export type NewsEntry = {
  readonly id: string;
  readonly day: string;
  readonly instant: string;
  readonly title: Markup;
  readonly plainTitle: string;
  readonly text: Markup;
  readonly plainText: string;
  /** From the root of the site. */
  readonly path: string;
  readonly source: Source | undefined;
};

/** What is new: news, and each joint text on the day of its publication. Newest first. */
export function newsEntries(context: PageContext): NewsEntry[] {
  const { news, accords } = context.record;
  const written = news.map((one): NewsEntry => {
    const day = newsDay(one);
    return {
      id: one.id,
      day,
      instant: `${day}T00:00:00Z`,
      title: context.say(one.title),
      plainTitle: context.plain(one.title),
      text: one.text && context.say(one.text),
      plainText: one.text ? context.plain(one.text) : "",
      path: context.path(`news#${one.id}`),
      source: one.source,
    };
  });
  const published = accords.map((one): NewsEntry => {
    const text = context.words("communique.signed-published", { instant: context.instant(one.published) });
    return {
      id: one.id,
      day: one.published.slice(0, 10),
      instant: one.published,
      title: context.say(one.title),
      plainTitle: context.plain(one.title),
      text: `${accordKind(context, one.kind)}, ${one.symbol}, ${text}`,
      plainText: `${accordKind(context, one.kind)}, ${one.symbol}, ${text}`,
      path: context.path(`communiques/${one.id}`),
      source: undefined,
    };
  });
  return [...published, ...written].sort((a, b) => b.instant.localeCompare(a.instant));
}
