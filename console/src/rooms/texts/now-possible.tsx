import type { JointTextPage, Possible } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { Act, Section, useReason } from "../../parts/index.ts";

export type ActName = "table" | "accept" | "sign" | "publish";
const ALL: (ActName | "edit")[] = ["edit", "table", "accept", "sign", "publish"];

/** Every act on the text: what it does where it can be done, else why not and what would make it possible. */
export function NowPossible({ text, onAct }: { text: JointTextPage; onAct: (act: ActName) => void }) {
  const t = useT();
  return (
    <Section columns={6} title={t("texts.now.title")}>
      <ul className="now">
        {ALL.map((act) => (
          <Line key={act} act={act} possible={text.acts[act]} onAct={onAct} what={t(`texts.what.${act}`)} />
        ))}
      </ul>
    </Section>
  );
}

interface LineProps {
  act: ActName | "edit";
  possible: Possible;
  what: string;
  onAct: (act: ActName) => void;
}

function Line({ act, possible, what, onAct }: LineProps) {
  const t = useT();
  const reason = useReason();
  return (
    <li className={possible.can ? undefined : "no"}>
      <b>{t(possible.can ? "texts.now.can" : "texts.now.cannot")}</b>
      <div>
        <b>{t(`texts.act.${act}`)}.</b> {possible.can ? what : reason(possible.why)}
        {possible.can && act !== "edit" && (
          <p>
            <Act small onPress={() => onAct(act)}>
              {t(`texts.act.${act}`)}
            </Act>
          </p>
        )}
      </div>
    </li>
  );
}
