import type { DryRunGroup } from "@entente/node/api";
import { useMessage } from "../../languages/index.ts";
import { useOriginName } from "../object/origin-name.ts";

/** Why something goes, waits or stays, in words; a code that we have none for is shown as it is. */
export function useBecause(): (row: Pick<DryRunGroup, "code" | "values">) => string {
  const message = useMessage();
  const originName = useOriginName();
  return ({ code, values: { what, level, ceiling, origin, ...values } }) =>
    message(`releases.code.${code}`, {
      ...values,
      // A choice of ICU's has a name without hyphens.
      ...(what === undefined ? {} : { what: String(what).replaceAll("-", "_") }),
      ...(level === undefined ? {} : { level: tlp(level) }),
      ...(ceiling === undefined ? {} : { ceiling: tlp(ceiling) }),
      ...(origin === undefined ? {} : { origin: originName(String(origin)) }),
    }) ?? code;
}

const tlp = (level: string | number): string => `TLP:${String(level).toUpperCase()}`;
