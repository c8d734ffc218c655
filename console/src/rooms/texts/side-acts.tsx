import type { JointTextPage } from "@entente/node/api";
import { useId } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { dayAndTime, SideMark, useParties } from "../../parts/index.ts";

type SideOf = JointTextPage["sides"][number];
interface Step {
  key: string;
  /** Done: what is written below it. */
  done: string | null;
  /** The next act, and owed by this side. */
  due: boolean;
  word: string;
  otherwise: string;
}

/** What one side has done with the text and what comes next: accepted, signed, publication, public. */
export function SideActs({ side, text }: { side: SideOf; text: JointTextPage }) {
  const t = useT();
  const id = useId();
  const { nameOf } = useParties();
  const steps = useSteps(side, text);
  return (
    <section className={`inst ${side.side}`} aria-labelledby={id}>
      <h2 id={id}>
        <SideMark side={side.side} />
        {nameOf(side.party)} <span>{t(side.side === "ours" ? "texts.acts.ours" : "texts.acts.theirs")}</span>
      </h2>
      <ol>
        {steps.map(({ key, done, due, word, otherwise }) => (
          <li key={key} className={done ? "ok" : due ? "here" : undefined} aria-current={due ? "step" : undefined}>
            {word}
            <small>{done ?? otherwise}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useSteps(side: SideOf, text: JointTextPage): Step[] {
  const t = useT();
  const language = useLanguage();
  const at = (instant: string) => dayAndTime(instant, language);
  const waits =
    side.side === "ours" ? t("texts.step.waits.us") : t("texts.step.waits.them", { party: side.party.short });
  const draft = text.state === "draft";
  const writes = text.tabledBy.id === side.party.id;
  const bothSigned = text.sides.every(({ signed }) => signed);
  const step = (key: string, done: string | null, possible: boolean, words: [string, string], after: string): Step => ({
    key,
    done,
    due: !done && possible,
    word: done ? words[0] : words[1],
    otherwise: possible ? waits : after,
  });
  return [
    step(
      "accept",
      side.accepted && at(side.accepted),
      !draft || writes,
      [t("texts.step.accepted"), t(draft && writes ? "texts.step.table" : "texts.step.accept")],
      t("texts.step.after.table"),
    ),
    step(
      "sign",
      side.signed && at(side.signed),
      text.manifest !== null,
      [t("texts.step.signed"), t("texts.step.sign")],
      t("texts.step.after.accept"),
    ),
    step(
      "publish",
      side.publish && at(side.publish.at),
      bothSigned,
      [t("texts.step.publication"), t("texts.step.publish")],
      t("texts.step.after.sign"),
    ),
    {
      key: "public",
      done: text.publishedAt && at(text.publishedAt),
      due: false,
      word: t("texts.step.public"),
      otherwise: text.instant ? at(text.instant) : t("texts.step.after.publish"),
    },
  ];
}
