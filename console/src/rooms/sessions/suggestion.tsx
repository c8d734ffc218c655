import type { Texts } from "@entente/node/api";
import { useQuery } from "@tanstack/react-query";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act } from "../../parts/index.ts";

interface SuggestionProps {
  of: "conclusion" | "disposition";
  onTake: (texts: Texts) => void;
}

/** In a demonstration the node suggests words, so that one can see the way without writing any; elsewhere nothing. */
export function Suggestion({ of, onTake }: SuggestionProps) {
  const t = useT();
  const { data } = useQuery(questions.suggestions());
  const texts = data?.[of];
  if (!texts || Object.keys(texts).length === 0) return null;
  return (
    <p className="suggestion">
      <Act small onPress={() => onTake(texts)}>
        {t("suggestion.take")}
      </Act>
      <span className="why">{t("suggestion.invented")}</span>
    </p>
  );
}
