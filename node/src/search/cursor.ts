import { EntenteError } from "#kernel/errors";
import type { Place } from "./ranked-sections.ts";

/** Where the next page of a section begins. It names a place, not a number of rows: what comes meanwhile moves nothing. */
export function cursorAfter({ tier, rank, versionId }: Place): string {
  return Buffer.from(JSON.stringify([tier, rank, versionId])).toString("base64url");
}

/** @throws EntenteError "input-invalid" when nobody here wrote it */
export function placeOf(cursor: string): Place {
  try {
    const [tier, rank, versionId] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if ([0, 1, 2, 3].includes(tier) && Number.isSafeInteger(rank) && Number.isSafeInteger(versionId)) {
      return { tier, rank, versionId };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw new EntenteError({
    code: "input-invalid",
    message: "The cursor is none of this node's.",
    remedy: "Search again from the first page.",
  });
}
