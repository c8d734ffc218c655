import type { JointTextPage } from "@entente/node/api";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import {
  Act,
  Answer,
  narrowest,
  Page,
  Standing,
  Texts,
  useMarking,
  useMe,
  useParties,
  usePlain,
} from "../../parts/index.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { useLanguageName } from "./language-name.ts";
import { Manifest } from "./manifest.tsx";
import { type ActName, NowPossible } from "./now-possible.tsx";
import { Paragraphs } from "./paragraphs.tsx";
import { Publication } from "./publication.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { SideActs } from "./side-acts.tsx";
import { SignDialog } from "./sign-dialog.tsx";
import { TableDialog } from "./table-dialog.tsx";
import { TextState } from "./text-state.tsx";

/** One joint text: what it says in every language, where each side stands, and what can be done now. */
export function TextPage() {
  const { id = "" } = useParams({ strict: false });
  return <Answer to={questions.text(id)}>{(text) => <TextView key={text.id} text={text} />}</Answer>;
}

const IN_ORDER: ActName[] = ["publish", "sign", "accept", "table"];

function TextView({ text }: { text: JointTextPage }) {
  const t = useT();
  const plain = usePlain();
  const [open, setOpen] = useState<ActName | null>(null);
  useMarking(text.label, text.publishedAt ? "public" : narrowest([text.standing]));
  const next = IN_ORDER.find((act) => text.acts[act].can);
  const close = () => setOpen(null);
  return (
    <Page
      title={plain(text.title)}
      heading={<Texts of={text.title} />}
      symbol={text.symbol}
      crumbs={[
        { key: "texts", link: <Link to="/texts">{t("texts.title")}</Link> },
        {
          key: "session",
          link: (
            <Link to="/sessions/$id" params={{ id: text.session.id }}>
              {text.session.title ? <Texts of={text.session.title} quiet /> : t("texts.session")}
            </Link>
          ),
        },
      ]}
      acts={
        next && (
          <Act primary onPress={() => setOpen(next)}>
            {t(`texts.act.${next}`)}
          </Act>
        )
      }
      state={<StateLine text={text} />}
    >
      <div className="stack room">
        <Publication text={text} />
        <div className="two">
          {text.sides.map((side) => (
            <SideActs key={side.party.id} side={side} text={text} />
          ))}
        </div>
        <Paragraphs text={text} />
        <div className="grid">
          <NowPossible text={text} onAct={setOpen} />
          <Manifest manifest={text.manifest} />
        </div>
      </div>
      {open === "table" && <TableDialog text={text} onClose={close} />}
      {open === "accept" && <AcceptDialog text={text} onClose={close} />}
      {open === "sign" && <SignDialog text={text} onClose={close} />}
      {open === "publish" && <PublishDialog text={text} onClose={close} />}
    </Page>
  );
}

function StateLine({ text }: { text: JointTextPage }) {
  const t = useT();
  const { node } = useMe();
  const { short } = useParties();
  const languageName = useLanguageName();
  return (
    <>
      <TextState of={text.state} />
      <Standing of={text.standing} />
      <span>{t(`texts.kind.${text.kind}` as "texts.kind.joint-communique")}</span>
      <span>
        {text.languages
          .map(({ language, status }) => `${languageName(language)} (${t(`texts.status.${status}`)})`)
          .join(", ")}
      </span>
      <span>{t(`texts.precedence.${text.precedence}` as "texts.precedence.host-first")}</span>
      <span>
        {t("texts.tabled-by")} <b>{short(text.tabledBy.id)}</b>
      </span>
      {text.late && <span className="flag att">{t("texts.late")}</span>}
      {text.publishedAt && <a href={node.publicAddress}>{t("texts.public.page")}</a>}
    </>
  );
}
