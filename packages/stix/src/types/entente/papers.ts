import { identifier, integer, list, optional, text } from "../datatypes.ts";
import { day, ownObject, ref, region, stopsAfterStart, texts } from "./own-object.ts";

/** What a party hands in, whatever room it belongs to. */
const handedIn = {
  title: texts,
  ...optional({
    text: texts,
    symbol: text,
    publisher: texts,
    year: integer,
    published: day,
    region,
    session_ref: ref("entente-session"),
    item_ref: ref("entente-agenda-item"),
    body_refs: list(ref("entente-body")),
    url: text,
    files: list(identifier("artifact")),
  }),
};

export const paperTypes = [
  ownObject("entente-paper", handedIn),
  ownObject("entente-strategy", handedIn),
  ownObject("entente-news", handedIn),
  ownObject("entente-exercise-record", { ...handedIn, ...optional({ start: day, stop: day }) }, [stopsAfterStart]),
];
