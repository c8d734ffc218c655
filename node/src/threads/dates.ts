/** When something was, as exactly as it is known: `1953`, `2014-02-07`. */
export type Dated = { readonly at: string; readonly precision: "year" | "month" | "day" };

export function dated(written: string | number | undefined): Dated | undefined {
  if (written === undefined) return undefined;
  const at = String(written);
  return { at, precision: at.length <= 4 ? "year" : at.length <= 7 ? "month" : "day" };
}

/** For sorting: what is known by its year alone comes after the days of that year; a founding before them. */
export function order({ at }: Dated, isFounding = false): string {
  return at.length >= 10 ? at.slice(0, 10) : `${at}${isFounding ? "" : "-99"}`;
}

/** True for what has not come yet on a day (RFC 3339). */
export function isAhead({ at }: Dated, today: string): boolean {
  return at > today.slice(0, at.length);
}
