import type { ObjectPage } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { Instant, Section } from "../../parts/index.ts";
import { useOriginName } from "./origin-name.ts";

/** Every version of every origin; copies that did not come from the writer say so. */
export function Versions({ versions }: { versions: ObjectPage["versions"] }) {
  const t = useT();
  const originName = useOriginName();
  return (
    <Section title={t("object.versions.title")} remark={t("object.versions.remark")}>
      <ol className="versions">
        {versions.map(({ origin, modified, digest, admittedAt, head, fromWriter }) => (
          <li key={`${origin} ${modified} ${digest}`} aria-current={head || undefined}>
            <b>{modified ? <Instant at={modified} /> : t("object.versions.none")}</b> · {originName(origin)}
            {head && <span className="dim"> · {t("object.versions.head")}</span>}
            {!fromWriter && <span className="flag att">{t("object.versions.copy")}</span>}
            <p className="dim">
              {t("object.versions.admitted")} <Instant at={admittedAt} />
            </p>
            <code className="long faint">{digest}</code>
          </li>
        ))}
      </ol>
    </Section>
  );
}
