import { list, oneOf, optional } from "../datatypes.ts";
import { ownObject, ref, texts } from "./own-object.ts";

export const followThroughTypes = [
  ownObject("entente-thread", {
    title: texts,
    ...optional({ description: texts }),
  }),
  ownObject("entente-carry-up", {
    outcome_refs: list(ref("entente-outcome")),
    to_body_ref: ref("entente-body"),
    ...optional({ to_session_ref: ref("entente-session") }),
  }),
  ownObject("entente-disposition", {
    carry_up_ref: ref("entente-carry-up"),
    session_ref: ref("entente-session"),
    answer: oneOf("noted", "endorsed", "adopted", "amended", "deferred", "returned"),
    text: texts,
  }),
];
