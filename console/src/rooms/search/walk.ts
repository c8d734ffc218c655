import type { KeyboardEvent } from "react";

/** The links of all hits on the page, in order; what Enter and Ctrl+Enter do with them is the browser's. */
export const hitLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("main .hits th a")];

/** Up and down walk along the hits, through all sections; up from the first leads back to the field. */
export function walk(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const links = hitLinks();
  const here = links.findIndex((link) => link.contains(document.activeElement));
  if (here < 0) return;
  event.preventDefault();
  const next = links[here + step] ?? (here + step < 0 ? document.getElementById("search") : null);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
