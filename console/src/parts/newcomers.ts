import { useState } from "react";

/** Rows of a list that were not there when the page was opened: theirs is the stroke of what has just come. */
export function useNewcomers(ids: string[]): (id: string) => string | undefined {
  const [first] = useState(() => new Set(ids));
  return (id) => (first.has(id) ? undefined : "arrived");
}
