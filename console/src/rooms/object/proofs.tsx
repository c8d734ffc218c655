import type { ObjectPage, Proof } from "@entente/node/api";
import { useId } from "react";
import { useLanguage, useMessage, useT } from "../../languages/index.ts";
import { dayAndTime, Facts, Section, SideMark, Tlp, useParties } from "../../parts/index.ts";
import { tlpOfMarking } from "./tlp-markings.ts";

/** The ledger entries that released the object, with what is needed to check each without this node. */
export function Proofs({ object }: { object: ObjectPage }) {
  const t = useT();
  return (
    <Section
      title={t("object.proof.title")}
      remark={t("object.proof.remark", { count: object.proof.length })}
      foot={object.proof.length > 0 ? t("object.proof.how") : undefined}
    >
      {object.proof.length === 0 ? (
        <p className="empty">{t("object.proof.none")}</p>
      ) : (
        object.proof.map((proof) => <Entry key={`${proof.log} ${proof.entry}`} id={object.id} proof={proof} />)
      )}
    </Section>
  );
}

function Entry({ id, proof }: { id: string; proof: Proof }) {
  const t = useT();
  const language = useLanguage();
  const message = useMessage();
  const heading = useId();
  const { own } = useParties();
  // A log's name begins with its writer: what stands in ours, we released; what stands in the ally's came from there.
  const ours = proof.log.startsWith(own.id) || proof.log.includes(`/${own.id}/`);
  const values = { party: proof.party?.short ?? "", entry: proof.entry };
  return (
    <article className="proof" aria-labelledby={heading}>
      <h3 id={heading}>
        <SideMark side={ours ? "ours" : "theirs"} />{" "}
        {proof.party === null
          ? t("object.proof.public", values)
          : t(ours ? "object.proof.ours" : "object.proof.theirs", values)}
      </h3>
      <Facts
        rows={[
          [t("object.proof.time"), `${dayAndTime(proof.time, language)} UTC`],
          [
            t("object.proof.entry"),
            t("object.proof.entry.value", {
              entry: proof.entry,
              size: proof.logSize,
              kind: message(`exchange.kind.${proof.kind}`) ?? proof.kind,
            }),
          ],
          [t("object.proof.labels"), <Labels key="labels" ids={proof.labels} />],
        ]}
      />
      <details>
        <summary>{t("object.proof.all")}</summary>
        <Facts
          rows={[
            [t("object.proof.log"), <code key="log">{proof.log}</code>],
            [t("object.proof.digest"), <code key="digest">{proof.digest}</code>],
            [t("object.proof.opening"), <code key="opening">{proof.opening}</code>],
            [t("object.proof.subject"), <code key="subject">{proof.subject}</code>],
            [t("object.proof.root"), <code key="root">{proof.root}</code>],
            [t("object.proof.decision"), <code key="decision">{proof.decision}</code>],
          ]}
        />
      </details>
      <p>
        <a
          className="btn sm"
          href={`/api/objects/${encodeURIComponent(id)}/receipt?log=${encodeURIComponent(proof.log)}`}
          download={`${id}.receipt.json`}
        >
          {t("object.proof.receipt")}
        </a>
      </p>
    </article>
  );
}

function Labels({ ids }: { ids: string[] }) {
  const t = useT();
  if (ids.length === 0) return <>{t("object.proof.labels.none")}</>;
  return (
    <>
      {ids.map((id) => {
        const level = tlpOfMarking(id);
        return level ? <Tlp key={id} level={level} /> : <code key={id}>{id}</code>;
      })}
    </>
  );
}
