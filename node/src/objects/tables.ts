import type { Generated } from "kysely";

export type VersionRow = {
  version_id: Generated<number>;
  origin: string;
  id: string;
  type: string;
  version_key: string;
  micros: number | null;
  modified: string | null;
  digest: string;
  bytes: Uint8Array;
  title: string;
  /** JSON: paths of what no schema knows (R2). */
  unknown: string;
  /** JSON: marking ids that count beside the object's own (R3 c), sorted. */
  assigned: string;
  /** The TLP level that markings and assigned label amount to; null without any. */
  label: string | null;
  author: string | null;
  admitted_at: number;
};

declare module "../database/tables.ts" {
  interface ObjectsTables {
    versions: VersionRow;
    heads: { id: string; origin: string; type: string; version_id: number };
    object_references: { version_id: number; path: string; target: string };
    observables: { value: string; type: string; version_id: number };
    quarantine: {
      quarantine_id: Generated<number>;
      origin: string;
      id: string;
      digest: string;
      bytes: Uint8Array;
      assigned: string;
      reason: string;
      admit_at: number | null;
      received_at: number;
    };
    settings: { name: string; value: string };
    audit: {
      audit_id: Generated<number>;
      at: number;
      person: string | null;
      action: string;
      subject: string;
      detail: string;
    };
  }
}
