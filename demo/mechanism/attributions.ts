import type { JsonObject } from "@entente/stix";
import { GROUPS, KONNI } from "../reference-set.ts";
import { ATTRIBUTION } from "./ids.ts";
import type { Source } from "./sources.ts";
import { statement } from "./statement.ts";
import type { Writing } from "./written.ts";

type Attributed = { readonly number: string; readonly id: string; readonly name: string };

/** What Korea states on who stands behind a group; on the others it states nothing. */
export function attributionsByKorea(writing: Writing): JsonObject[] {
  return [
    attribution(ATTRIBUTION.korea.kimsuky, GROUPS.kimsuky, writing),
    attribution(ATTRIBUTION.korea.lazarus, GROUPS.lazarus, writing),
    attribution(ATTRIBUTION.korea.apt37, GROUPS.apt37, writing),
    attribution(ATTRIBUTION.korea.konni, KONNI, writing),
  ];
}

/** What the United States states, which is not the same list. */
export function attributionsByUnitedStates(writing: Writing): JsonObject[] {
  return [
    attribution(ATTRIBUTION.unitedStates.kimsuky, GROUPS.kimsuky, writing),
    attribution(ATTRIBUTION.unitedStates.lazarus, GROUPS.lazarus, writing),
    attribution(ATTRIBUTION.unitedStates.apt38, GROUPS.apt38, writing),
    attribution(ATTRIBUTION.unitedStates.andariel, GROUPS.andariel, writing),
  ];
}

function attribution(id: string, subject: Attributed, writing: Writing): JsonObject {
  return statement(id, writing, {
    about: subject.id,
    field: "attribution",
    value: { en: "North Korea", fr: "Corée du Nord", ko: "북한" },
    source: descriptionOf(subject),
  });
}

/** The source is real; which party states what is the demonstration's, and the title says so. */
function descriptionOf({ number, name }: Attributed): Source {
  const section = number.startsWith("S") ? "software" : "groups";
  return {
    publisher: "The MITRE Corporation",
    title: {
      en: `ATT&CK 18.1, description of ${name} (${number}). That this party relies on it is part of the demonstration.`,
      fr: `ATT&CK 18.1, description de ${name} (${number}). Que cette partie s’y réfère relève de la démonstration.`,
      ko: `ATT&CK 18.1의 ${name}(${number}) 설명. 이 당사자가 이를 근거로 삼는다는 것은 시연을 위한 설정임.`,
    },
    date: "2025",
    url: `https://attack.mitre.org/${section}/${number}`,
  };
}
