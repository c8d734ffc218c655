import { useT } from "../../languages/index.ts";

/** The strength of an outcome's verb, one to six, as squares and as a figure. */
export function Strength({ of }: { of: number | null }) {
  const t = useT();
  if (of === null) return <span className="faint">{t("strength.none")}</span>;
  return (
    <>
      <span className="rung" aria-hidden="true">
        {"■".repeat(of)}
        {"□".repeat(Math.max(0, 6 - of))}
      </span>{" "}
      {t("strength.of", { strength: of })}
    </>
  );
}
