import { Type } from "typebox";
import {
  boolean,
  count,
  dictionary,
  hex,
  identifier,
  integer,
  list,
  oneOf,
  optional,
  text,
  timestamp,
} from "../datatypes.ts";
import { anyOf, notBefore, type ObjectRule, observableObject } from "../object-type.ts";

const socketOptions = Type.Record(
  Type.String({ pattern: "^(?:SO|ICMP|ICMP6|IP|IPV6|MCAST|TCP|IRLMP)_[a-zA-Z0-9_-]{1,240}$" }),
  integer,
  { additionalProperties: false, section: "STIX 6.12.4" },
);

const port = Type.Integer({
  minimum: 0,
  maximum: 65_535,
  section: "STIX 6.12",
});
const end = identifier("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name");
const addressLinks = optional({
  resolves_to_refs: list(identifier("mac-addr")),
  belongs_to_refs: list(identifier("autonomous-system")),
});

const trafficExtensions = {
  "http-request-ext": Type.Object(
    {
      request_method: text,
      request_value: text,
      ...optional({
        request_version: text,
        request_header: dictionary(Type.Union([text, list(text)])),
        message_body_length: count,
        message_body_data_ref: identifier("artifact"),
      }),
    },
    { section: "STIX 6.12.2" },
  ),
  "icmp-ext": Type.Object({ icmp_type_hex: hex, icmp_code_hex: hex }, { section: "STIX 6.12.3" }),
  "socket-ext": Type.Object(
    {
      address_family: oneOf(
        "AF_UNSPEC",
        "AF_INET",
        "AF_IPX",
        "AF_APPLETALK",
        "AF_NETBIOS",
        "AF_INET6",
        "AF_IRDA",
        "AF_BTH",
      ),
      ...optional({
        is_blocking: boolean,
        is_listening: boolean,
        options: socketOptions,
        socket_type: oneOf("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_RDM", "SOCK_SEQPACKET"),
        socket_descriptor: count,
        socket_handle: integer,
      }),
    },
    { section: "STIX 6.12.4" },
  ),
  "tcp-ext": Type.Object(optional({ src_flags_hex: hex, dst_flags_hex: hex }), {
    minProperties: 1,
    section: "STIX 6.12.5",
  }),
};

const openTrafficHasNoEnd: ObjectRule = {
  rule: "active-traffic",
  path: ["end"],
  message: "Traffic that is still active has no end.",
  holds: ({ is_active, end: ended }) => !is_active || ended === undefined,
};

export const networkObservables = [
  observableObject("autonomous-system", "STIX 6.2", {
    number: integer,
    ...optional({ name: text, rir: text }),
  }),
  observableObject("domain-name", "STIX 6.4", {
    value: text,
    ...optional({
      resolves_to_refs: list(identifier("ipv4-addr", "ipv6-addr", "domain-name")),
    }),
  }),
  observableObject("ipv4-addr", "STIX 6.8", { value: text, ...addressLinks }),
  observableObject("ipv6-addr", "STIX 6.9", { value: text, ...addressLinks }),
  observableObject("mac-addr", "STIX 6.10", {
    value: Type.String({
      pattern: "^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$",
      section: "STIX 6.10",
    }),
  }),
  observableObject(
    "network-traffic",
    "STIX 6.12",
    {
      protocols: list(text),
      ...optional({
        start: timestamp,
        end: timestamp,
        is_active: boolean,
        src_ref: end,
        dst_ref: end,
        src_port: port,
        dst_port: port,
        src_byte_count: count,
        dst_byte_count: count,
        src_packets: count,
        dst_packets: count,
        ipfix: dictionary(Type.Union([integer, text])),
        src_payload_ref: identifier("artifact"),
        dst_payload_ref: identifier("artifact"),
        encapsulates_refs: list(identifier("network-traffic")),
        encapsulated_by_ref: identifier("network-traffic"),
      }),
    },
    {
      extensions: trafficExtensions,
      rules: [anyOf("src_ref", "dst_ref"), notBefore("end", "start"), openTrafficHasNoEnd],
    },
  ),
  observableObject("url", "STIX 6.15", { value: text }),
];
