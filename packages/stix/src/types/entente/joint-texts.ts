import { Type } from "typebox";
import {
  binary,
  boolean,
  identifier,
  language,
  list,
  oneOf,
  optional,
  sha256,
  text,
  timestamp,
  uuid,
} from "../datatypes.ts";
import type { ObjectRule } from "../object-type.ts";
import { ownObject, ref, texts } from "./own-object.ts";

const symbol = Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9./_-]*$" });
const kind = oneOf("joint-communique", "agreed-minutes", "terms-of-reference");

const accordFile = Type.Object({
  // A plain name: the files are unpacked into one folder, and nothing may be written outside it.
  name: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }),
  sha256,
  data: binary,
});

const eachOnce = (property: string, keyOf: (entry: never) => string): ObjectRule => ({
  rule: "each-once",
  path: [property],
  message: `Nothing may stand twice in ${property}.`,
  holds: (object) => new Set(object[property].map(keyOf)).size === object[property].length,
});

export const jointTextTypes = [
  ownObject(
    "entente-joint-text",
    {
      session_ref: ref("entente-session"),
      symbol,
      kind,
      languages: list(Type.Object({ language, status: oneOf("authentic", "courtesy") })),
      precedence: oneOf("host-first", "alternat", "alphabetical"),
      title: texts,
      // In the order in which they are read; a text begins without any.
      paragraphs: Type.Array(uuid),
    },
    [
      eachOnce("paragraphs", (paragraph: string) => paragraph),
      eachOnce("languages", (entry: { language: string }) => entry.language),
    ],
  ),
  ownObject("entente-paragraph", {
    joint_text_ref: ref("entente-joint-text"),
    paragraph: uuid,
    texts,
    ...optional({ replaces: sha256 }),
  }),
  ownObject("entente-act", {
    act: oneOf("table", "withdraw", "accept", "initial", "sign-ad-referendum", "confirm", "sign", "publish", "correct"),
    subject_ref: identifier(),
    subject_digest: sha256,
    ...optional({
      instant: timestamp,
      signature: Type.String({ pattern: "^[^\\r\\n]+$" }),
    }),
  }),
  ownObject(
    "entente-accord",
    {
      symbol,
      kind,
      title: texts,
      session_ref: ref("entente-session"),
      // A mechanism has exactly two parties.
      party_refs: Type.Array(identifier("identity"), {
        minItems: 2,
        maxItems: 2,
        uniqueItems: true,
      }),
      manifest_digest: sha256,
      published: timestamp,
      files: list(accordFile),
      ...optional({
        late: boolean,
        joint_text_ref: ref("entente-joint-text"),
        description: text,
      }),
    },
    [eachOnce("files", (file: { name: string }) => file.name.toLowerCase())],
  ),
];
