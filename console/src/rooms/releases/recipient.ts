import type { PartyName } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { useParties } from "../../parts/index.ts";

/** The party that stands for everyone. */
const PUBLIC = "PUBLIC";

/** How a recipient is named in a sentence: KOR, USA; `null`, which stands for PUBLIC, is "the public". */
export function useRecipient(): (party: PartyName | null) => string {
  const t = useT();
  return (party) => party?.short ?? t("releases.party.public.short");
}

/** To whom something can be released from here. */
export function useRecipients(): { value: string; label: string }[] {
  const t = useT();
  const { peers, nameOf } = useParties();
  return [
    ...peers.map((peer) => ({ value: peer.id, label: `${nameOf(peer)} (${peer.short})` })),
    { value: PUBLIC, label: t("releases.party.public") },
  ];
}
