import type { Generated } from "kysely";
import type { Language } from "#public";

export type MessageKind = "confirm" | "known" | "bulletin";

declare module "../database/tables.ts" {
  interface SubscribersTables {
    subscribers: {
      subscriber: string;
      address: string;
      address_key: string;
      language: Language;
      state: "waiting" | "confirmed";
      policy_version: string;
      text_digest: string;
      asked_at: number;
      confirmed_at: number | null;
    };
    links: { token_hash: string; subscriber: string; purpose: "confirm" | "leave"; expires: number | null };
    receipts: {
      receipt: string;
      address_hash: string;
      language: string;
      policy_version: string;
      text_digest: string;
      asked_at: number;
      confirmed_at: number;
      ended_at: number | null;
    };
    bulletins: { bulletin: string; title: string; queued_at: number; delivered: Generated<number> };
    outbox: {
      message: string;
      subscriber: string;
      kind: MessageKind;
      bulletin: string | null;
      state: "queued" | "sending" | "sent" | "dead";
      attempts: Generated<number>;
      next_at: number;
      reason: string | null;
      created_at: number;
      sent_at: number | null;
    };
  }
}
