import type { TlpLevel } from "@entente/stix";
import { type Objects, objectOf, textsOf, type Version } from "#objects";
import { standingOf } from "#release";
import type { ObjectLine } from "../http/api.ts";

/** An object as a line of a list. */
export async function objectLine(db: Objects, version: Version): Promise<ObjectLine> {
  const { title, titles, names, text } = titlesIn(version);
  return {
    id: version.id,
    type: version.type,
    title,
    ...((titles ?? names ?? text) ? { titles: titles ?? names ?? text ?? {} } : {}),
    modified: version.modified,
    label: version.label as TlpLevel | null,
    standing: await standingOf(db, version),
  };
}

function titlesIn(version: Version) {
  const object = objectOf(version);
  return {
    title: version.title,
    titles: textsOf(object.title),
    names: textsOf(object.names),
    text: textsOf(object.text) ?? textsOf(object.value),
  };
}
