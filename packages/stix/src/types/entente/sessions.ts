import { Type } from "typebox";
import { identifier, integer, list, oneOf, optional, text } from "../datatypes.ts";
import { day, dayOrYear, ownObject, ref, region, source, stopsAfterStart, texts } from "./own-object.ts";

const agendaEntry = Type.Object({
  number: text,
  item_ref: ref("entente-agenda-item"),
});

export const sessionTypes = [
  ownObject("entente-body", {
    names: texts,
    kind: oneOf("alliance", "consultation", "working-group"),
    ...optional({
      parent_ref: ref("entente-body"),
      founded: dayOrYear,
      basis: texts,
      party_refs: list(identifier("identity")),
      description: texts,
    }),
  }),
  ownObject(
    "entente-session",
    {
      body_ref: ref("entente-body"),
      form: oneOf("in-person", "remote", "hybrid", "not-on-record"),
      // A session begins without items, so this list alone may be empty.
      agenda: Type.Array(agendaEntry),
      ...optional({
        number: integer,
        place: texts,
        start: day,
        stop: day,
        title: texts,
        description: texts,
      }),
    },
    [stopsAfterStart],
  ),
  ownObject("entente-agenda-item", {
    session_ref: ref("entente-session"),
    title: texts,
    ...optional({ description: texts, region }),
  }),
  ownObject("entente-statement", {
    about_ref: identifier(),
    field: text,
    value: texts,
    source,
  }),
  ownObject("entente-outcome", {
    session_ref: ref("entente-session"),
    item_ref: ref("entente-agenda-item"),
    kind: oneOf("information", "decision", "conclusion", "commitment", "recommendation"),
    text: texts,
    ...optional({
      number: text,
      verb: Type.Integer({ minimum: 1, maximum: 6 }),
    }),
  }),
];
