import { StixError } from "./error.ts";
import type { JsonObject } from "./json.ts";
import { jsonPath, type PathKey } from "./json-path.ts";
import { selectorResolves } from "./selectors.ts";
import { microsecondsOf } from "./timestamp.ts";
import { EXTENSION_TYPES } from "./types/meta.ts";
import type { ObjectType } from "./types/object-type.ts";

/** What no schema can say: the rules of an object that has the shape of its type. */
export function objectFaults(judged: ObjectType, object: JsonObject): StixError[] {
  return [
    ...brokenRules(judged, object),
    ...timestampFaults(judged, object),
    ...referenceFaults(judged, object),
    ...markingFaults(object),
    ...extensionFaults(object),
  ];
}

function brokenRules(judged: ObjectType, object: JsonObject): StixError[] {
  return judged.rules
    .filter((rule) => !rule.holds(object))
    .map(({ rule, path, message, section = judged.section }) => fault(path, rule, section, message));
}

/** `created` and `modified` key a version, so they must fit into whole microseconds. */
function timestampFaults(judged: ObjectType, object: JsonObject): StixError[] {
  return ["created", "modified"].flatMap((name) => {
    const spelling = object[name];
    if (!Object.hasOwn(judged.properties, name) || typeof spelling !== "string") return [];
    try {
      microsecondsOf(spelling);
      return [];
    } catch (error) {
      return [fault([name], "timestamp", "STIX 3.2", (error as Error).message)];
    }
  });
}

/** An external reference says more than the name of its source (STIX 2.5). */
function referenceFaults(judged: ObjectType, object: JsonObject): StixError[] {
  // On an observable the name means nothing, and nothing is known of its value.
  if (!Object.hasOwn(judged.properties, "external_references")) return [];
  const references = (object.external_references ?? []) as JsonObject[];
  return references.flatMap(({ description, url, external_id }, index) => {
    if (description !== undefined || url !== undefined || external_id !== undefined) return [];
    const message = "An external reference has a description, a url or an external_id beside its source_name.";
    return [fault(["external_references", index], "any-of", "STIX 2.5", message)];
  });
}

function markingFaults(object: JsonObject): StixError[] {
  const markings = (object.granular_markings ?? []) as {
    lang?: string;
    marking_ref?: string;
    selectors: string[];
  }[];
  return markings.flatMap(({ lang, marking_ref, selectors }, index) => {
    const path = ["granular_markings", index];
    const faults = selectors.flatMap((selector, place) =>
      selectorResolves(object, selector)
        ? []
        : [fault([...path, "selectors", place], "selector", "STIX 7.2.3.1", `"${selector}" points at nothing.`)],
    );
    if ((lang === undefined) === (marking_ref === undefined)) {
      faults.push(fault(path, "lang-or-marking", "STIX 7.2.3", "A granular marking has either lang or marking_ref."));
    }
    return faults;
  });
}

/** An extension by definition id says how it extends, whether we know the definition or not (STIX 7.3). */
function extensionFaults(object: JsonObject): StixError[] {
  return Object.entries((object.extensions ?? {}) as Record<string, JsonObject>).flatMap(([name, extension]) => {
    const isDefined = name.startsWith("extension-definition--");
    if (!isDefined || EXTENSION_TYPES.some((known) => known === extension.extension_type)) return [];
    const path = ["extensions", name, "extension_type"];
    return [fault(path, "extension-type", "STIX 7.3", "An extension names its extension_type.")];
  });
}

/** An error at a place in an object. */
export function fault(path: readonly PathKey[], rule: string, section: string, message: string): StixError {
  const at = jsonPath(path);
  return new StixError({
    code: "object-invalid",
    path: at,
    rule,
    section,
    message: `${at}: ${message}`,
  });
}
