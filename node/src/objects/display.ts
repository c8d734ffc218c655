/** A text, or of a text in several languages the English one, else the first. */
export function displayOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const texts = value as { readonly [language: string]: unknown };
  const text = texts.en ?? Object.values(texts)[0];
  return typeof text === "string" ? text : undefined;
}

/** A text in several languages as such; undefined for everything else. */
export function textsOf(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as Record<string, string>;
}
