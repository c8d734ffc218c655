import { type Key, useT, type Values } from "../languages/index.ts";

/** A message whose `<b>…</b>` is set strong: `<Said k="link.contact" values={{ at }} />`. */
export function Said({ k, values }: { k: Key; values?: Values }) {
  const parts = useT()(k, values).split(/<b>(.*?)<\/b>/);
  // Every second part stood between the marks; a message's parts never change their order.
  return <>{parts.map((part, index) => (index % 2 ? <b key={part}>{part}</b> : part))}</>;
}
