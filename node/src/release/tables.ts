export type DecisionState = "waits-for-second-person" | "waits" | "running" | "done" | "void";

declare module "../database/tables.ts" {
  interface ObjectsTables {
    parties: { party: string; short: string; ceiling: string };
    decisions: {
      decision: string;
      party: string;
      state: DecisionState;
      reason: string;
      title: string;
      /** JSON: the ids that the first person chose. */
      selection: string;
      /** JSON: the ids that still wait for objects which they refer to. */
      pending: string;
      first_person: string;
      first_function: string;
      first_at: number;
      second_person: string | null;
      second_function: string | null;
      second_at: number | null;
      not_before: number | null;
      expires: number;
    };
    decision_objects: {
      decision: string;
      position: number;
      slice: number;
      version_id: number;
      id: string;
      digest: string;
      labels: string;
      entry: number | null;
    };
    logs: { log: string; writer: string; reader: string; size: number; frontier: string; last_time: number };
    entries: { log: string; entry: number; bytes: Uint8Array; leaf_hash: string; kind: string; subject: string };
    views: {
      party: string;
      sequence: number;
      version_id: number;
      id: string;
      type: string;
      version_key: string;
      digest: string;
      date_added: number;
      entry: number;
      opening: Uint8Array;
      labels: string;
      decision: string;
      expires: number | null;
      closed_at: number | null;
    };
    reference_sets: {
      subject: string;
      publisher: string;
      name: string;
      version: string;
      count: number;
      sha256: string;
    };
    reference_members: { id: string; subject: string };
  }
}
