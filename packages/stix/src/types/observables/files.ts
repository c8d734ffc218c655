import { Type } from "typebox";
import {
  binary,
  boolean,
  count,
  hashes,
  hex,
  identifier,
  integer,
  list,
  oneOf,
  optional,
  text,
  timestamp,
} from "../datatypes.ts";
import { anyOf, type ObjectRule, observableObject, onlyWith } from "../object-type.ts";
import { fileExtensions } from "./file-extensions.ts";

const fileTimes = { ctime: timestamp, mtime: timestamp, atime: timestamp };

const payloadOrUrl: ObjectRule = {
  rule: "payload-or-url",
  path: [],
  message: "An artifact has either payload_bin or url.",
  holds: ({ payload_bin, url }) => (payload_bin === undefined) !== (url === undefined),
};

const keyWithoutCipher: ObjectRule = onlyWith("decryption_key", "encryption_algorithm");

const certificateProperties = {
  is_self_signed: boolean,
  hashes,
  version: text,
  serial_number: text,
  signature_algorithm: text,
  issuer: text,
  validity_not_before: timestamp,
  validity_not_after: timestamp,
  subject: text,
  subject_public_key_algorithm: text,
  subject_public_key_modulus: text,
  subject_public_key_exponent: integer,
  x509_v3_extensions: Type.Object(
    optional({
      basic_constraints: text,
      name_constraints: text,
      policy_constraints: text,
      key_usage: text,
      extended_key_usage: text,
      subject_key_identifier: text,
      authority_key_identifier: text,
      subject_alternative_name: text,
      issuer_alternative_name: text,
      subject_directory_attributes: text,
      crl_distribution_points: text,
      inhibit_any_policy: text,
      private_key_usage_period_not_before: timestamp,
      private_key_usage_period_not_after: timestamp,
      certificate_policies: text,
      policy_mappings: text,
    }),
    { minProperties: 1, section: "STIX 6.18.2" },
  ),
};

export const fileObservables = [
  observableObject(
    "artifact",
    "STIX 6.1",
    optional({
      mime_type: text,
      payload_bin: binary,
      url: text,
      hashes,
      encryption_algorithm: oneOf("AES-256-GCM", "ChaCha20-Poly1305", "mime-type-indicated"),
      decryption_key: text,
    }),
    { rules: [payloadOrUrl, onlyWith("url", "hashes"), keyWithoutCipher] },
  ),
  observableObject("directory", "STIX 6.3", {
    path: text,
    ...optional({
      path_enc: text,
      ...fileTimes,
      contains_refs: list(identifier("file", "directory")),
    }),
  }),
  observableObject(
    "file",
    "STIX 6.7",
    optional({
      hashes,
      size: count,
      name: text,
      name_enc: text,
      magic_number_hex: hex,
      mime_type: text,
      ...fileTimes,
      parent_directory_ref: identifier("directory"),
      contains_refs: list(identifier()),
      content_ref: identifier("artifact"),
    }),
    { extensions: fileExtensions, rules: [anyOf("hashes", "name")] },
  ),
  observableObject("x509-certificate", "STIX 6.18", optional(certificateProperties), {
    rules: [anyOf(...Object.keys(certificateProperties))],
  }),
];
