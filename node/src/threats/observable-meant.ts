import type { Observable } from "#objects";
import type { Value } from "./read-value.ts";

/** What an input was understood as, by the type of observable that it is looked up as. */
export function observableMeant(value: Value): Observable {
  switch (value.kind) {
    case "host":
    case "endpoint":
      return value.host;
    case "url":
      return { type: "url", value: value.url };
    case "host-path":
      return { type: "url", value: value.text };
    case "path":
      return { type: "url", value: value.path };
    case "hash":
      return { type: "file", value: value.hash };
    case "email":
      return { type: "email-addr", value: value.address };
  }
}
