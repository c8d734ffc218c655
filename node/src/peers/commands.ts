import type { AnyCommand } from "#database";
import { admitReleased } from "./admit-released.ts";
import { admitWaiting } from "./admit-waiting.ts";
import { keepLedger, keepOpenings } from "./keep-ledger.ts";
import { noteContact } from "./note-contact.ts";
import { keepCard } from "./pair-with-card.ts";

export function peersCommands(): readonly AnyCommand[] {
  return [keepCard, keepLedger, keepOpenings, admitReleased, admitWaiting, noteContact];
}
