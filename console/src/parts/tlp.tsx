import type { TlpLevel } from "@entente/node/api";
import { useT } from "../languages/index.ts";

export const LEVELS: TlpLevel[] = ["clear", "green", "amber", "amber+strict", "red"];

/** The marking as FIRST writes it: official hue on black, upper case, never translated or abbreviated. */
export function Tlp({ level }: { level: TlpLevel | null }) {
  const t = useT();
  if (level === null) return <span className="faint">{t("marking.none")}</span>;
  return <span className={`tlp ${level.replace("+strict", "")}`}>{`TLP:${level.toUpperCase()}`}</span>;
}
