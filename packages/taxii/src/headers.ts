/** HTTP headers as Node and most frameworks hand them over; names in any case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The value of a header; values of a repeated one joined as RFC 9110 5.3 says. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? []);
  return values.length === 0 ? undefined : values.join(", ");
}
