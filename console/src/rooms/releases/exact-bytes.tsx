import type { DryRunGroup } from "@entente/node/api";
import { useState } from "react";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, ScrollBox } from "../../parts/index.ts";

/** The bytes of what would go, one object after another, with their digest. */
export function ExactBytes({ examples, count }: { examples: DryRunGroup["examples"]; count: number }) {
  const t = useT();
  const [index, setIndex] = useState(0);
  const shown = examples[index] ?? examples[0];
  if (!shown) return null;
  const number = examples.indexOf(shown) + 1;
  const step = (by: number) => setIndex((number - 1 + by + examples.length) % examples.length);
  const title = t("releases.bytes.title", { number, shown: examples.length });
  return (
    <section className="exact" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <p>
          <button type="button" className="sm" onClick={() => step(-1)}>
            {t("releases.bytes.previous")}
          </button>{" "}
          <button type="button" className="sm" onClick={() => step(1)}>
            {t("releases.bytes.next")}
          </button>
        </p>
      </header>
      <p className="small dim">
        {t("releases.bytes.remark")}
        {count > examples.length && ` · ${t("releases.bytes.sample", { count })}`} · SHA-256 <code>{shown.digest}</code>
      </p>
      <Answer key={shown.id} to={questions.object(shown.id)}>
        {({ json, digest }) => (
          <>
            {digest !== shown.digest && <p className="problem">{t("releases.bytes.changed")}</p>}
            <ScrollBox className="bytes" label={title}>
              <pre>{json}</pre>
            </ScrollBox>
          </>
        )}
      </Answer>
    </section>
  );
}
