import type { SessionLine } from "@entente/node/api";
import { useLanguage, useT } from "../../languages/index.ts";
import { usePlain } from "../../parts/index.ts";

type Named = Pick<SessionLine, "number" | "title">;

/** What a session is called: its title where it has one in this language, else its number in order. */
export function useSessionName(): (session: Named) => string {
  const t = useT();
  const plain = usePlain();
  const language = useLanguage();
  return ({ number, title }) => {
    const titled = title !== null && (number === null || Object.keys(title).some((tag) => tag.startsWith(language)));
    if (titled) return plain(title);
    return number === null ? t("sessions.unnumbered") : t("sessions.numbered", { number });
  };
}
