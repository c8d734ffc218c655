import type { DecisionLine, DryRun } from "@entente/node/api";
import { type Key, useLanguage, useT, type Values } from "../../languages/index.ts";
import { dayAndTime, useFunction } from "../../parts/index.ts";

interface StepsProps {
  dryRun: DryRun;
  /** Absent while nobody has decided. */
  decision?: DecisionLine;
}

/** The two persons and the release, as numbered steps; the one that is due is marked. */
export function Steps({ dryRun, decision }: StepsProps) {
  const t = useT();
  const language = useLanguage();
  const functionName = useFunction();
  const at = (instant: string) => dayAndTime(instant, language);
  const due = !decision ? 1 : decision.state === "waits-for-second-person" ? 2 : decision.state === "void" ? 0 : 3;
  const second = decision
    ? decision.second !== null || decision.state === "waits-for-second-person"
    : dryRun.secondPersonNeeded;
  const steps = [
    {
      head: decision ? functionName(decision.first.function) : t("releases.step.first.you"),
      line: decision
        ? t("releases.step.first.done", { at: at(decision.first.at) })
        : t("releases.step.first.will", { count: dryRun.counts.candidates }),
    },
    {
      head: decision?.second ? functionName(decision.second.function) : t("releases.step.second"),
      line: decision?.second
        ? t("releases.step.second.done", { at: at(decision.second.at) })
        : t(second ? "releases.step.second.who" : "releases.step.second.not-needed"),
    },
    { head: t("releases.step.release"), line: t(...releaseLine(decision, at)) },
  ];
  return (
    <ol className="steps">
      {steps.map(({ head, line }, index) => (
        <li key={head + line} aria-current={index + 1 === due ? "step" : undefined}>
          <div>
            <b>{head}</b>
            <br />
            <span className="dim">{line}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function releaseLine(decision: DecisionLine | undefined, at: (instant: string) => string): [Key, Values?] {
  if (!decision || decision.state === "waits-for-second-person") return ["releases.step.release.will"];
  const { released, objects, state } = decision;
  switch (state) {
    case "void":
      return ["releases.step.release.void"];
    case "done":
      return [
        "releases.step.release.done",
        { released, at: at(decision.at ?? decision.second?.at ?? decision.first.at) },
      ];
    case "waits":
      return ["releases.step.release.waits", { released, objects }];
    case "running":
      return ["releases.step.release.progress", { released, objects }];
  }
}
