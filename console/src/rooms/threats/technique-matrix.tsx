import type { GroupPage } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { ScrollBox, Section } from "../../parts/index.ts";

type Tactics = GroupPage["techniquesByTactic"];

/** One column per tactic in the order of an attack; sub-techniques are folded into their parent and counted. */
export function TechniqueMatrix({ tactics, count }: { tactics: Tactics; count: number }) {
  const t = useT();
  return (
    <Section title={t("techniques.title")} remark={t("techniques.remark", { count, tactics: tactics.length })}>
      {tactics.length === 0 ? (
        <p className="empty">{t("techniques.none")}</p>
      ) : (
        <ScrollBox label={t("techniques.title")} className="tw">
          <div className="matrix" style={{ gridTemplateColumns: `repeat(${tactics.length}, minmax(82px, 1fr))` }}>
            {tactics.map(({ tactic, techniques }) => (
              <section key={tactic} className="tac">
                <h3>
                  {tactic} <span>{techniques.length}</span>
                </h3>
                <ul>
                  {folded(techniques).map(({ id, attackId, name, subs }) => (
                    <li key={attackId} className="mx">
                      <Link to="/objects/$id" params={{ id }} title={[attackId, name, ...subs].join(" ")}>
                        <span className="nm">{name}</span>
                        <span className="ev">
                          <span>{attackId}</span>
                          <span>{subs.length > 0 && t("techniques.subs", { count: subs.length })}</span>
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </ScrollBox>
      )}
    </Section>
  );
}

type Technique = Tactics[number]["techniques"][number];

/** T1589.002 stands below T1589; where the parent itself is not used, its first sub-technique stands for it. */
function folded(techniques: Technique[]): (Technique & { subs: string[] })[] {
  const parents = new Map<string, Technique & { subs: string[] }>();
  const sorted = [...techniques].sort((a, b) => (a.attackId < b.attackId ? -1 : 1));
  for (const technique of sorted) {
    const [parent = technique.attackId] = technique.attackId.split(".");
    const known = parents.get(parent);
    if (known) known.subs.push(technique.attackId);
    else parents.set(parent, { ...technique, subs: [] });
  }
  return [...parents.values()];
}
