import type { EntenteType } from "@entente/stix";
import { OWN, type Version } from "#objects";
import type { Possible } from "../http/api.ts";

const HANDED_IN = [
  "title",
  "text",
  "publisher",
  "year",
  "published",
  "region",
  "url",
  "source",
  "session_ref",
  "item_ref",
];

/** What a person may change of an own object, by type. Ids, authors, times and markings are no text to edit. */
const EDITABLE: Readonly<Record<string, readonly string[]>> = {
  report: ["name", "description", "report_types", "published"],
  indicator: ["name", "description", "valid_until"],
  identity: ["name", "description"],
  "intrusion-set": ["name", "description", "aliases"],
  malware: ["name", "description", "aliases"],
  note: ["abstract", "content"],
  ...({
    "entente-body": ["names", "founded", "basis", "description", "source"],
    "entente-session": ["number", "form", "place", "start", "stop", "title", "description", "source", "agenda"],
    "entente-agenda-item": ["title", "description", "region", "source"],
    "entente-paper": HANDED_IN,
    "entente-strategy": HANDED_IN,
    "entente-news": HANDED_IN,
    "entente-exercise-record": [...HANDED_IN, "start", "stop"],
    "entente-statement": ["value", "source"],
    "entente-thread": ["title", "description", "source"],
  } satisfies Partial<Record<EntenteType, readonly string[]>>),
};

/** The properties of an object that a person may change here; none for what is written once, and for others' objects. */
export function editableProperties({ origin, type }: Pick<Version, "origin" | "type">): readonly string[] {
  return origin === OWN && Object.hasOwn(EDITABLE, type) ? (EDITABLE[type] ?? []) : [];
}

export function editingOf(head: Pick<Version, "origin" | "type">): Possible {
  if (head.origin !== OWN) return { can: false, why: "not-own-object" };
  return editableProperties(head).length > 0 ? { can: true } : { can: false, why: "written-once" };
}
