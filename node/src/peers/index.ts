import type { AnyCommand } from "#database";
import { admitReleased } from "./admit-released.ts";
import { admitWaiting } from "./admit-waiting.ts";
import { keepLedger, keepOpenings } from "./keep-ledger.ts";
import { noteContact } from "./note-contact.ts";
import { keepCard } from "./pair-with-card.ts";

export { checkLedger, type LedgerCheck, type LogCheck } from "./check-ledger.ts";
export { keyPages } from "./key-pages.ts";
export { createKeys } from "./keys.ts";
export { ownCard } from "./own-card.ts";
export { type Paired, pairWithCard } from "./pair-with-card.ts";
export { keyOfParty, signerOf } from "./party-keys.ts";
export { partyNames } from "./party-names.ts";
export { proofsOf } from "./proofs.ts";
export { peersRoutes } from "./routes.ts";
export { peerDestinations } from "./store.ts";
export { createPeers, type Peers, type PeersOptions } from "./synchronisation.ts";

export function peersCommands(): readonly AnyCommand[] {
  return [keepCard, keepLedger, keepOpenings, admitReleased, admitWaiting, noteContact];
}
