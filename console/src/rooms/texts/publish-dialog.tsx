import type { JointTextPage } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, clock, Dialog, dayAndTime, ProblemNote, useParties } from "../../parts/index.ts";
import { InstantField } from "./instant-field.tsx";
import { inLocalTime, toInstant } from "./local-time.ts";
import { WholeText } from "./whole-text.tsx";

/** The instant at which both nodes publish: proposed here, or agreed to where the other side has signed one. */
export function PublishDialog({ text, onClose }: { text: JointTextPage; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { peer } = useParties();
  const [typed, setTyped] = useState(() => inLocalTime(Date.parse(text.earliestInstant) + 60_000));
  const publish = useDeed<JointTextPage, { manifest: string; instant: string }>(
    "POST",
    `/api/texts/${encodeURIComponent(text.id)}/publish`,
  );
  const { manifest, proposedInstant } = text;
  if (!manifest) return null;
  const instant = proposedInstant ?? toInstant(typed);
  // The node knows the clock that counts; this only spares a refusal that can be foreseen.
  const hindrance = !instant
    ? "texts.publish.invalid"
    : !proposedInstant && Date.parse(instant) < Math.max(Date.parse(text.earliestInstant), Date.now() + 60_000)
      ? "texts.publish.too-early"
      : null;
  return (
    <Dialog open wide title={t("texts.publish.title", { symbol: text.symbol })} onClose={onClose}>
      <p>{t("texts.publish.lead")}</p>
      {proposedInstant ? (
        <>
          <p>
            <b>
              {t("texts.publish.proposed", {
                party: peer.short,
                instant: `${dayAndTime(proposedInstant, language)} UTC`,
              })}
            </b>
          </p>
          {Date.parse(proposedInstant) < Date.now() && <p className="problem">{t("texts.publish.passed")}</p>}
        </>
      ) : (
        <InstantField value={typed} onChange={setTyped} earliest={text.earliestInstant} />
      )}
      {instant && (
        <p className="dim">
          {t("texts.publish.utc", { instant: `${dayAndTime(instant, language)} (${clock(instant, language)})` })}
        </p>
      )}
      <WholeText text={text} />
      <ProblemNote error={publish.error} />
      <div className="row-of-acts">
        <Act
          primary
          busy={publish.isPending}
          possible={hindrance ? { can: false, why: hindrance } : { can: true }}
          onPress={() => instant && publish.mutate({ manifest: manifest.sha256, instant }, { onSuccess: onClose })}
        >
          {t("texts.publish.act")}
        </Act>
        <Act onPress={onClose}>{t("texts.dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
