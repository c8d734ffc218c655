import type { Role } from "../http/api.ts";

declare module "../database/tables.ts" {
  interface AccountsTables {
    persons: { person: string; function: string; role: Role; created_at: number };
    sign_in_links: { token_hash: string; person: string; expires: number; used_at: number | null };
    sign_ins: {
      token_hash: string;
      person: string;
      /** `console`: a browser's cookie. `command-line`: a token file. */
      purpose: "console" | "command-line";
      created_at: number;
      expires: number;
      ended_at: number | null;
    };
  }
}
