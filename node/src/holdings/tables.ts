import type { TlpLevel } from "@entente/stix";

declare module "../database/tables.ts" {
  interface ObjectsTables {
    holdings: {
      collection: TlpLevel;
      date_added: number;
      version_id: number;
      id: string;
      type: string;
      version_key: number;
      closed_at: number | null;
    };
    /** objects: JSON of the {@link PostedObject}s, in the order in which they were posted. */
    posts: { post: string; token: string; at: number; objects: string };
  }
  interface AccountsTables {
    tokens: {
      name: string;
      token_hash: string;
      source: string | null;
      label: TlpLevel | null;
      created_at: number;
    };
    token_rights: {
      name: string;
      collection: TlpLevel;
      can_read: number;
      can_write: number;
      can_delete: number;
    };
  }
}
