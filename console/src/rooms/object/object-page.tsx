import type { ObjectPage as ObjectPageOf } from "@entente/node/api";
import { Link, useParams } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import {
  Answer,
  Instant,
  narrowest,
  Page,
  Section,
  Standing,
  Texts,
  Tlp,
  useMarking,
  usePlain,
  useTypeName,
} from "../../parts/index.ts";
import { Details } from "./details.tsx";
import { EditObject } from "./edit-object.tsx";
import { useOriginName } from "./origin-name.ts";
import { Proofs } from "./proofs.tsx";
import { RawJson } from "./raw-json.tsx";
import { References } from "./references.tsx";
import { Versions } from "./versions.tsx";

/** One object: what it says in words, what hangs on it, every version, and its proof. */
export function ObjectPage() {
  const { id = "" } = useParams({ strict: false });
  return <Answer to={questions.object(id)}>{(object) => <ObjectView key={object.id} object={object} />}</Answer>;
}

function ObjectView({ object }: { object: ObjectPageOf }) {
  const t = useT();
  const plain = usePlain();
  const typeName = useTypeName();
  const originName = useOriginName();
  const content = JSON.parse(object.json) as Record<string, unknown>;
  useMarking(object.label, narrowest([object.standing]));
  return (
    <Page
      title={plain(object.titles) || object.title || t("object.untitled")}
      heading={object.titles ? <Texts of={object.titles} /> : object.title || t("object.untitled")}
      crumbs={[
        { key: "lookup", link: <Link to="/lookup">{t("object.crumb")}</Link> },
        { key: "type", link: typeName(object.type) },
      ]}
      state={
        <>
          <b>{typeName(object.type)}</b>
          <Standing of={object.standing} />
          <Tlp level={object.label} />
          {content.revoked === true && <span className="flag alarm">{t("object.revoked")}</span>}
          <span>
            {t("object.origin")} <b>{originName(object.origin)}</b>
          </span>
          {object.modified && <Instant at={object.modified} />}
          <code className="id">{object.id}</code>
        </>
      }
    >
      <div className="grid">
        <div className="c8 stack">
          <EditObject object={object} content={content} />
          <Section title={t("object.details.title")} remark={t("object.details.remark")}>
            <Details content={content} references={object.referencesTo} />
          </Section>
          <References
            title={t("object.references.to")}
            none={t("object.references.to.none")}
            lines={object.referencesTo}
            total={object.referencesToTotal}
          />
          <References
            title={t("object.references.by")}
            none={t("object.references.by.none")}
            lines={object.referencedBy}
            total={object.referencedByTotal}
          />
        </div>
        <div className="c4 stack">
          <Proofs object={object} />
          <Versions versions={object.versions} />
        </div>
        <RawJson json={object.json} digest={object.digest} />
      </div>
    </Page>
  );
}
