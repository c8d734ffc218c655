import { createHmac, timingSafeEqual } from "node:crypto";
import type { Match } from "./collection.ts";
import { TaxiiError } from "./error.ts";

/** Where a page ended, and the filter under which it was read. */
export type Cursor = { readonly position: number; readonly match: Match };
/** For whom and for what a cursor holds. */
export type CursorScope = { readonly party: string; readonly root: string; readonly collection: string };

const MAC_BYTES = 32;
const MAX_LENGTH = 12_288;

/**
 * Makes and opens the `next` values of TAXII 3.5. The server keeps nothing: a cursor holds its position and its whole
 * filter under an HMAC over both and the caller, root and collection, so that no one else can use or alter it. The same
 * page always gets the same one.
 * @throws RangeError for a secret of less than 32 bytes
 */
export function cursorSeal(secret: Uint8Array) {
  if (secret.length < MAC_BYTES) throw new RangeError(`cursorSecret needs at least ${MAC_BYTES} random bytes.`);
  const macOf = (scope: CursorScope, payload: Uint8Array) =>
    createHmac("sha256", secret)
      // A JSON array keeps the parts apart: no party and root can be shifted into another party and root.
      .update(JSON.stringify(["entente taxii next", scope.party, scope.root, scope.collection]))
      .update("\n")
      .update(payload)
      .digest();

  return {
    seal(scope: CursorScope, { position, match }: Cursor): string {
      const payload = Buffer.from(JSON.stringify([position, match.ids ?? null, match.types ?? null, match.versions]));
      return Buffer.concat([macOf(scope, payload), payload]).toString("base64url");
    },

    /** @throws TaxiiError "cursor-invalid", the same for one that is forged, altered, or another's */
    open(scope: CursorScope, text: string): Cursor {
      const sealed = text.length <= MAX_LENGTH ? Buffer.from(text, "base64url") : Buffer.alloc(0);
      const payload = sealed.subarray(MAC_BYTES);
      const isOurs = sealed.length > MAC_BYTES && timingSafeEqual(sealed.subarray(0, MAC_BYTES), macOf(scope, payload));
      if (!isOurs)
        throw new TaxiiError("cursor-invalid", "The parameter next is not valid here; begin again without it.");
      // What bears our own MAC has the shape that seal() gave it.
      const [position, ids, types, versions] = JSON.parse(payload.toString("utf8"));
      return { position, match: { ...(ids && { ids }), ...(types && { types }), versions } };
    },
  };
}

export type CursorSeal = ReturnType<typeof cursorSeal>;
