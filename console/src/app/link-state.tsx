import type { Link as LinkOf } from "@entente/node/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { questions, Refusal } from "../api/index.ts";
import { type Key, useLanguage, useT } from "../languages/index.ts";
import { clock, count, dayAndTime, Said } from "../parts/index.ts";

const SHAPE: Record<LinkOf["state"], string> = {
  "in-contact": "dot",
  late: "dot late",
  broken: "dot off",
  never: "dot off",
};

const CONTACT: Record<LinkOf["state"], Key> = {
  "in-contact": "link.in-contact",
  late: "link.late",
  broken: "link.cut",
  never: "link.never",
};

/** Each ally's link: a square and a time when all is well; never an icon alone. */
export function LinkState() {
  const t = useT();
  const { data: link, error } = useQuery(questions.link());
  const words = useLinkWords();
  if (!link) {
    return <span className="link faint">{t(error instanceof Refusal ? "link.unpaired" : "answer.waiting")}</span>;
  }
  return (
    <Link className="link" to="/exchange" title={t("link.open")}>
      <b>
        <span className={SHAPE[link.state]} aria-hidden="true" />
        {link.peer.short}
      </b>
      {words(link).map(({ key, values }) => (
        <i key={key}>
          <Said k={key} values={values} />
        </i>
      ))}
    </Link>
  );
}

/** A link that is broken is an alarm across the page, with what is waiting and what to do. */
export function BrokenLink() {
  const t = useT();
  const language = useLanguage();
  const { data: link, error } = useQuery(questions.link());
  if (error && !(error instanceof Refusal)) {
    return (
      <p className="broken" role="alert">
        {t("problem.unreachable")} {t("problem.unreachable.remedy")}
      </p>
    );
  }
  if (!link || link.state === "in-contact") return null;
  const since = link.lastContact ? dayAndTime(link.lastContact, language) : null;
  return (
    <p className={link.state === "late" ? "broken late" : "broken"} role="alert">
      <span className={SHAPE[link.state]} aria-hidden="true" />
      <span>
        {since
          ? t("link.broken", { party: link.peer.short, since })
          : t("link.broken.never", { party: link.peer.short })}{" "}
        {t("link.broken.lost", { count: link.toSend })} {link.error}
      </span>
    </p>
  );
}

type Words = { key: Key; values: Record<string, string | number> };

/** The link in words, in the order of the bar; what is not known is left out. */
export function useLinkWords(): (link: LinkOf) => Words[] {
  const language = useLanguage();
  return ({ state, lastContact, lagMs, toSend, toTakeIn, ours, theirs }) => {
    const words: Words[] = [
      lastContact
        ? { key: CONTACT[state], values: { at: clock(lastContact, language) } }
        : { key: "link.never", values: {} },
    ];
    if (lagMs !== null) words.push({ key: "link.lag", values: { seconds: seconds(lagMs, language) } });
    words.push({ key: "link.waiting", values: { send: count(toSend, language), take: count(toTakeIn, language) } });
    if (ours.checkedAt) words.push({ key: "link.witnessed", values: { entry: count(ours.size, language) } });
    else if (theirs.checkedAt) words.push({ key: "link.checked", values: { entry: count(theirs.size, language) } });
    return words;
  };
}

/** To a tenth; what is quicker than that to a hundredth, for a lag is never nothing. */
function seconds(ms: number, language: string): string {
  const digits = ms < 95 ? 2 : 1;
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
    ms / 1000,
  );
}
