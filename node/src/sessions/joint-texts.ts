import type { Objects } from "#objects";
import { jointTexts } from "#texts";
import type { SessionPage } from "../http/api.ts";
import { possibleFor } from "./impossible.ts";
import type { Reader } from "./model.ts";
import type { Waiting, WaitingProvider } from "./waiting.ts";

/** The joint texts of a session, with their state. */
export async function jointTextsOf(db: Objects, sessionId: string): Promise<SessionPage["texts"]> {
  const texts = (await jointTexts(db)).filter((text) => text.sessionId === sessionId);
  return texts.map(({ id, symbol, title, state, standing }) => ({ id, symbol, title, state, standing }));
}

const TASKS = { accept: "accept-text", sign: "sign-text", publish: "publish-text" } as const;

/** Joint texts that wait for an act of this side. */
export const waitingTexts: WaitingProvider = async (db, { person }: Reader): Promise<Waiting> => {
  const possible = possibleFor(person, null);
  const texts = await jointTexts(db);
  return texts.flatMap(({ id, symbol, title, label, standing, waitsFor }) =>
    waitsFor
      .filter(({ side }) => side === "ours")
      .map(({ act }) => ({
        kind: TASKS[act],
        title: symbol,
        titles: title,
        href: `/texts/${id}`,
        why: possible.can ? `text-waits-for-${act}` : possible.why,
        side:
          standing.kind === "joint"
            ? ("joint" as const)
            : standing.kind === "from"
              ? ("theirs" as const)
              : ("ours" as const),
        label,
      })),
  );
};
