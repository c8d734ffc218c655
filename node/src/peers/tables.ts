import type { ErrorCode } from "#kernel/errors";
import "#release";

declare module "../database/tables.ts" {
  interface ObjectsTables {
    peers: {
      party: string;
      /** The card's note, byte for byte. */
      card: string;
      /** The verifier key of the party's root key. */
      root_key: string;
      number: number;
      /** Microseconds, as all times here. */
      expires: number;
      host: string;
      port: number;
      tls_current: string;
      tls_next: string | null;
      paired_at: number;
      cursor: number | null;
      checkpoint: string | null;
      checked_at: number | null;
      last_contact: number | null;
      lag_ms: number | null;
      error: ErrorCode | null;
      error_detail: string | null;
    };
    peer_openings: {
      party: string;
      entry: number;
      id: string;
      modified: string | null;
      digest: string;
      /** JSON: marking ids, as the subject has them. */
      labels: string;
      opening: string;
    };
  }
}
