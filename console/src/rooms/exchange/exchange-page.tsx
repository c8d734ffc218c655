import type { Exchange } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { questions, useDeed } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import {
  Act,
  Answer,
  dayAndTime,
  Page,
  ProblemNote,
  Strokes,
  Tlp,
  useMarking,
  useParties,
  Waiting,
} from "../../parts/index.ts";
import { Ledger } from "./ledger.tsx";
import { LinkFacts } from "./link-facts.tsx";
import { Quarantine } from "./quarantine.tsx";
import { Verification, type Verified } from "./verification.tsx";

/** The link and what went over it: two ledgers on one spine, and what did not get in. */
export function ExchangePage() {
  return <Answer to={questions.exchange()}>{(exchange) => <Books exchange={exchange} />}</Answer>;
}

function Books({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const language = useLanguage();
  const { nameOf } = useParties();
  const { peer, address, keyFingerprint, ceiling, pairedAt, ours, theirs } = exchange;
  // Titles of what was released or received stand here: as high as what may cross, and for this node and its peers.
  useMarking(ceiling, "peers");
  const verify = useDeed<Verified, Record<string, never>>("POST", "/api/exchange/verify");
  return (
    <Page
      title={t("exchange.title", { party: nameOf(peer) })}
      acts={
        <>
          <Act busy={verify.isPending} onPress={() => verify.mutate({})}>
            {t("exchange.verify")}
          </Act>
          <Link className="btn primary" to="/releases">
            {t("exchange.new")}
          </Link>
        </>
      }
      state={
        <>
          <b>
            <Strokes ours="absent" theirs="absent" /> {t("exchange.paired", { at: dayAndTime(pairedAt, language) })}
          </b>
          <span>
            {t("exchange.peer")} <span className="mono">{address}</span>
          </span>
          <span className="fingerprint">
            {t("exchange.key")} <span className="mono">{keyFingerprint}</span>
          </span>
          <span>
            {t("exchange.ceiling")} <Tlp level={ceiling} />
          </span>
        </>
      }
    >
      <div className="stack room">
        {verify.isPending && <Waiting>{t("exchange.verify.pending")}</Waiting>}
        <ProblemNote error={verify.error} />
        {verify.data && <Verification of={verify.data} at={new Date(verify.submittedAt).toISOString()} />}
        <div>
          <div className="ledgers">
            <Ledger which="ours" side={ours} peer={peer} />
            <Ledger which="theirs" side={theirs} peer={peer} />
          </div>
          <p className="small dim below">{t("exchange.line.what")}</p>
        </div>
        <div className="grid">
          <Quarantine items={exchange.quarantine} peer={peer} />
          <LinkFacts />
        </div>
        <Ledger which="public" side={exchange.public} peer={peer} />
      </div>
    </Page>
  );
}
