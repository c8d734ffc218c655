import { createElement, Fragment } from "react";
import { type Key, useT, type Values } from "../languages/index.ts";

/** A message whose `<b>…</b>` is set strong: `<Said k="link.contact" values={{ at }} />`. */
export function Said({ k, values }: { k: Key; values?: Values }) {
  // Every second part stood between the marks. As children of their own they need no keys: two may say the same, "0".
  const parts = useT()(k, values)
    .split(/<b>(.*?)<\/b>/)
    .map((part, index) => (index % 2 ? createElement("b", null, part) : part));
  return createElement(Fragment, null, ...parts);
}
