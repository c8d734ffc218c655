/** The text in `language`, else in English, else in any; `other` when it is not what was asked for. */
export function pick(
  texts: Record<string, string>,
  language: string,
): { tag: string; text: string; other: boolean } | null {
  const tags = Object.keys(texts);
  const within = (wanted: string) => tags.find((tag) => tag === wanted || tag.startsWith(`${wanted}-`));
  const tag = within(language) ?? within("en") ?? tags[0];
  if (tag === undefined) return null;
  return { tag, text: texts[tag] ?? "", other: within(language) === undefined };
}
