import { Type } from "typebox";
import {
  boolean,
  count,
  dictionary,
  identifier,
  integer,
  list,
  oneOf,
  optional,
  text,
  timestamp,
} from "../datatypes.ts";
import { anyOf, observableObject } from "../object-type.ts";
import { accountType } from "../vocabularies.ts";

const processProperties = {
  is_hidden: boolean,
  pid: integer,
  created_time: timestamp,
  cwd: text,
  command_line: text,
  environment_variables: dictionary(text),
  opened_connection_refs: list(identifier("network-traffic")),
  creator_user_ref: identifier("user-account"),
  image_ref: identifier("file"),
  parent_ref: identifier("process"),
  child_refs: list(identifier("process")),
};

const processExtensions = {
  "windows-process-ext": Type.Object(
    optional({
      aslr_enabled: boolean,
      dep_enabled: boolean,
      priority: text,
      owner_sid: text,
      window_title: text,
      startup_info: dictionary(text),
      integrity_level: oneOf("low", "medium", "high", "system"),
    }),
    { minProperties: 1, section: "STIX 6.13.2" },
  ),
  "windows-service-ext": Type.Object(
    optional({
      service_name: text,
      descriptions: list(text),
      display_name: text,
      group_name: text,
      start_type: oneOf(
        "SERVICE_AUTO_START",
        "SERVICE_BOOT_START",
        "SERVICE_DEMAND_START",
        "SERVICE_DISABLED",
        "SERVICE_SYSTEM_ALERT",
      ),
      service_dll_refs: list(identifier("file")),
      service_type: oneOf(
        "SERVICE_KERNEL_DRIVER",
        "SERVICE_FILE_SYSTEM_DRIVER",
        "SERVICE_WIN32_OWN_PROCESS",
        "SERVICE_WIN32_SHARE_PROCESS",
      ),
      service_status: oneOf(
        "SERVICE_CONTINUE_PENDING",
        "SERVICE_PAUSE_PENDING",
        "SERVICE_PAUSED",
        "SERVICE_RUNNING",
        "SERVICE_START_PENDING",
        "SERVICE_STOP_PENDING",
        "SERVICE_STOPPED",
      ),
    }),
    { minProperties: 1, section: "STIX 6.13.3" },
  ),
};

const registryValue = Type.Object(
  optional({
    name: text,
    data: text,
    data_type: oneOf(
      "REG_NONE",
      "REG_SZ",
      "REG_EXPAND_SZ",
      "REG_BINARY",
      "REG_DWORD",
      "REG_DWORD_BIG_ENDIAN",
      "REG_DWORD_LITTLE_ENDIAN",
      "REG_LINK",
      "REG_MULTI_SZ",
      "REG_RESOURCE_LIST",
      "REG_FULL_RESOURCE_DESCRIPTION",
      "REG_RESOURCE_REQUIREMENTS_LIST",
      "REG_QWORD",
      "REG_INVALID_TYPE",
    ),
  }),
  { minProperties: 1, section: "STIX 6.17.2" },
);

const unixAccount = Type.Object(optional({ gid: integer, groups: list(text), home_dir: text, shell: text }), {
  minProperties: 1,
  section: "STIX 6.16.2",
});

const registryKeyProperties = {
  key: text,
  values: list(registryValue),
  modified_time: timestamp,
  creator_user_ref: identifier("user-account"),
  number_of_subkeys: count,
};

const accountProperties = {
  user_id: text,
  credential: text,
  account_login: text,
  account_type: accountType,
  display_name: text,
  is_service_account: boolean,
  is_privileged: boolean,
  can_escalate_privs: boolean,
  is_disabled: boolean,
  account_created: timestamp,
  account_expires: timestamp,
  credential_last_changed: timestamp,
  account_first_login: timestamp,
  account_last_login: timestamp,
};

export const hostObservables = [
  observableObject("mutex", "STIX 6.11", { name: text }),
  observableObject("process", "STIX 6.13", optional(processProperties), {
    extensions: processExtensions,
    rules: [anyOf(...Object.keys(processProperties), "extensions")],
  }),
  observableObject("software", "STIX 6.14", {
    name: text,
    ...optional({
      cpe: text,
      swid: text,
      languages: list(text),
      vendor: text,
      version: text,
    }),
  }),
  observableObject("user-account", "STIX 6.16", optional(accountProperties), {
    extensions: { "unix-account-ext": unixAccount },
    rules: [anyOf(...Object.keys(accountProperties), "extensions")],
  }),
  observableObject("windows-registry-key", "STIX 6.17", optional(registryKeyProperties), {
    rules: [anyOf(...Object.keys(registryKeyProperties))],
  }),
];
