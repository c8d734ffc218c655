import { Type } from "typebox";
import { boolean, dictionary, identifier, list, optional, text, timestamp } from "../datatypes.ts";
import { type ObjectRule, observableObject } from "../object-type.ts";

const address = identifier("email-addr");

const mimePart = Type.Object(
  optional({
    body: text,
    body_raw_ref: identifier("artifact", "file"),
    content_type: text,
    content_disposition: text,
  }),
  { section: "STIX 6.6.2" },
);

const bodyFitsForm: ObjectRule = {
  rule: "multipart-body",
  path: [],
  message: "A multipart message has body_multipart, any other has body; never the other one.",
  holds: ({ is_multipart, body, body_multipart }) => (is_multipart ? body === undefined : body_multipart === undefined),
};

const partsHaveContent: ObjectRule = {
  rule: "mime-part-body",
  path: ["body_multipart"],
  message: "Each part of a message needs body or body_raw_ref.",
  holds: ({ body_multipart = [] }) =>
    body_multipart.every(({ body, body_raw_ref }: { body?: string; body_raw_ref?: string }) =>
      // An empty body is one.
      body === undefined ? body_raw_ref !== undefined : true,
    ),
};

export const messageObservables = [
  observableObject("email-addr", "STIX 6.5", {
    value: text,
    ...optional({
      display_name: text,
      belongs_to_ref: identifier("user-account"),
    }),
  }),
  observableObject(
    "email-message",
    "STIX 6.6",
    {
      is_multipart: boolean,
      ...optional({
        date: timestamp,
        content_type: text,
        from_ref: address,
        sender_ref: address,
        to_refs: list(address),
        cc_refs: list(address),
        bcc_refs: list(address),
        message_id: text,
        subject: text,
        received_lines: list(text),
        additional_header_fields: dictionary(Type.Union([text, list(text)])),
        body: text,
        body_multipart: list(mimePart),
        raw_email_ref: identifier("artifact"),
      }),
    },
    { rules: [bodyFitsForm, partsHaveContent] },
  ),
];
