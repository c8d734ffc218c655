import type { LookupAnswer } from "@entente/node/api";
import { useMutation } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { tell } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { highest, narrowest, Page, useMarking } from "../../parts/index.ts";
import { Ask } from "./ask.tsx";
import { Result } from "./result.tsx";

/** One big field; as many rows as inputs, in their order. What was typed outlives every error. */
export function LookupPage() {
  const t = useT();
  const wanted = useWantedOfAddress();
  const [text, setText] = useState(wanted);
  const lookup = useMutation({
    mutationFn: (asked: string) => tell<LookupAnswer>("POST", "/api/lookup", { text: asked }),
  });
  const [answer, setAnswer] = useState<LookupAnswer | null>(null);
  const look = (asked: string) => lookup.mutate(asked, { onSuccess: setAnswer });

  // The top bar's field leads here: its value comes behind the # of the address, and is looked up at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new address asks again, not every render
  useEffect(() => {
    if (!wanted) return;
    setText(wanted);
    look(wanted);
  }, [wanted]);

  const matches = answer?.rows.flatMap((row) => row.matches) ?? [];
  useMarking(highest(matches.map(({ label }) => label)), narrowest(matches.map(({ standing }) => standing)));
  return (
    <Page
      title={t("lookup.title")}
      state={
        <>
          {answer && (
            <>
              <span role="status">{t("lookup.result.inputs", { count: answer.rows.length })}</span>
              <span>{t("lookup.result.took", { ms: Math.round(answer.tookMs * 10) / 10 })}</span>
            </>
          )}
          <span>{t("lookup.private")}</span>
        </>
      }
    >
      <div className="grid">
        <Ask
          text={text}
          onText={setText}
          busy={lookup.isPending}
          error={lookup.error}
          onLook={() => text.trim() !== "" && look(text)}
        />
        <Result answer={answer} />
      </div>
    </Page>
  );
}

/** What stands behind the # of the address: it is sent to no server's log. */
function useWantedOfAddress(): string {
  const { hash } = useLocation();
  try {
    return decodeURIComponent(hash);
  } catch {
    // Not an encoded text, so it was typed as it is.
    return hash;
  }
}
