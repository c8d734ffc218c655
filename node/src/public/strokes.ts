import { html, type Markup } from "./html.ts";

export type Side = "ours" | "theirs";

/** The two strokes in a line of text: one side full, the other a dashed place. */
export function strokeOf(side: Side): Markup {
  const places = { ours: "M0 4.5 5 2.2V11.7L0 14Z", theirs: "M7.5 2.3 12.5 0V9.5L7.5 11.8Z" };
  return html`<svg class="st" viewBox="0 0 13 14" aria-hidden="true">
    <path class=${side === "ours" ? "o" : "n"} d=${places.ours} />
    <path class=${side === "theirs" ? "t" : "n"} d=${places.theirs} />
  </svg>`;
}

export function jointStrokes(): Markup {
  return html`<svg class="st" viewBox="0 0 13 14" aria-hidden="true">
    <path class="o" d="M0 4.5 5 2.2V11.7L0 14Z" /><path class="t" d="M7.5 2.3 12.5 0V9.5L7.5 11.8Z" />
  </svg>`;
}

/** The mark of the product. */
export function mark(): Markup {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path class="o" d="M2 6 7 3.5V13L2 15.5Z" /><path class="t" d="M9 3 14 .5V10L9 12.5Z" />
  </svg>`;
}

/** How a session was held, as a picture: together, apart with a dashed line between, or outlined for "not on record". */
export function formPicture(form: "in-person" | "remote" | "hybrid" | "not-on-record"): Markup {
  if (form === "not-on-record") {
    return html`<svg viewBox="0 0 24 28" aria-hidden="true">
      <path class="outline" d="M3 9.5 10 6V22L3 25.5Z M14 6 21 2.5V18.5L14 22Z" />
    </svg>`;
  }
  if (form === "in-person") {
    return html`<svg viewBox="0 0 24 28" aria-hidden="true">
      <path class="o" d="M2 9 11 4.5V22.5L2 27Z" /><path class="t" d="M13 5.5 22 1V19L13 23.5Z" />
    </svg>`;
  }
  return html`<svg class="wide" viewBox="0 0 46 28" aria-hidden="true">
    <path class="o" d="M2 9 11 4.5V22.5L2 27Z" />
    <path class=${form === "remote" ? "far" : "near"} d="M15 14H33" />
    <path class="t" d="M36 5.5 45 1V19L36 23.5Z" />
  </svg>`;
}
