import type { AnyCommand } from "#database";
import { askSubscription } from "./ask-subscription.ts";
import { confirmSubscription } from "./confirm-subscription.ts";
import { endSubscription } from "./end-subscription.ts";
import { eraseOutdated } from "./erase-outdated.ts";
import { claimMessage, recordDelivery, requeueUnfinished } from "./outbox.ts";
import { queueBulletin } from "./queue-bulletin.ts";

export const newsletterCommands: readonly AnyCommand[] = [
  askSubscription,
  confirmSubscription,
  endSubscription,
  eraseOutdated,
  queueBulletin,
  claimMessage,
  recordDelivery,
  requeueUnfinished,
];
