import type { JointTextLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { questions, useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, highest, narrowest, Page, Section, Standing, Table, Texts, useMarking } from "../../parts/index.ts";
import { TextState } from "./text-state.tsx";

/** All joint texts, with how far each has come. */
export function TextsPage() {
  return <Answer to={questions.texts()}>{(texts) => <List texts={texts} />}</Answer>;
}

function List({ texts }: { texts: JointTextLine[] }) {
  const t = useT();
  const arrived = useArrived();
  useMarking(highest(texts.map(({ label = null }) => label)), narrowest(texts.map(({ standing }) => standing)));
  return (
    <Page title={t("texts.title")} state={t("texts.lead")}>
      <div className="room">
        <Section title={t("texts.caption")}>
          {texts.length === 0 ? (
            <p className="empty">{t("texts.empty")}</p>
          ) : (
            <Table
              label={t("texts.caption")}
              columns={[
                { key: "symbol", head: t("texts.col.symbol") },
                { key: "title", head: t("texts.col.title") },
                { key: "state", head: t("texts.col.state") },
                { key: "standing", head: t("texts.col.standing") },
              ]}
            >
              {texts.map(({ id, symbol, title, state, standing }) => (
                <tr key={id} className={arrived(id)}>
                  <td className="mono nw">{symbol}</td>
                  <th scope="row">
                    <Link to="/texts/$id" params={{ id }}>
                      <Texts of={title} />
                    </Link>
                  </th>
                  <td>
                    <TextState of={state} />
                  </td>
                  <td>
                    <Standing of={standing} />
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Section>
      </div>
    </Page>
  );
}
