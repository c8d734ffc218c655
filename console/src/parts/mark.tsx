/** The mark of the product: the two strokes. Drawn in the hues of this node, so ours stands left. */
export function Mark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path className="fo" d="M2 6 7 3.5V13L2 15.5Z" />
      <path className="ft" d="M9 3 14 .5V10L9 12.5Z" />
    </svg>
  );
}

export function Lock() {
  return (
    <svg className="lk" viewBox="0 0 11 13" aria-hidden="true">
      <path d="M2 5V3.5a3.5 3.5 0 0 1 7 0V5h2v8H0V5Zm1.6 0h3.8V3.5a1.9 1.9 0 0 0-3.8 0Z" />
    </svg>
  );
}

type Stroke = "full" | "outline" | "absent";

/** One place per side: full where the side holds or has agreed, outlined where it was given, dashed where not involved. */
export function Strokes({ ours, theirs }: { ours: Stroke; theirs: Stroke }) {
  return (
    <svg className="st" viewBox="0 0 13 14" aria-hidden="true">
      {ours === "full" ? (
        <path className="o" d="M0 4.5 5 2.2V11.7L0 14Z" />
      ) : (
        <path className={ours === "outline" ? "o h" : "n"} d="M.5 4.8 4.5 3V11.4L.5 13.2Z" />
      )}
      {theirs === "full" ? (
        <path className="t" d="M7.5 2.3 12.5 0V9.5L7.5 11.8Z" />
      ) : (
        <path className={theirs === "outline" ? "t h" : "n"} d="M8 2.6 12 .8V9.2L8 11Z" />
      )}
    </svg>
  );
}

/** The strokes that say whose something is, before a word that says it too. */
export function SideMark({ side }: { side: "ours" | "theirs" | "joint" }) {
  return <Strokes ours={side === "theirs" ? "absent" : "full"} theirs={side === "ours" ? "absent" : "full"} />;
}
