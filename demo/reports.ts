import { type JsonObject, observableId, releasabilityExtension, TLP_MARKING, type TlpLevel } from "@entente/stix";
import type { Writing } from "./mechanism/written.ts";
import { GROUPS, KONNI } from "./reference-set.ts";

/** The reports of Korea's analyst, and what belongs to the national one. */
export const REPORT = {
  konni: "report--66368b3a-e5b8-46e5-a8ca-7f2ea489fdef",
  kimsuky: "report--a939dc67-ea12-43f6-b05a-c140d8df3e72",
  national: "report--8f15e387-a81f-4f63-8010-03f48c3db754",
} as const;

export const NATIONAL = {
  marking: "marking-definition--764a8f27-7a5d-4ae5-b55f-af13cee870a2",
  indicator: "indicator--afa672d8-3c4b-48bf-8aa8-9e64f01cf573",
  domain: "vpn-portal.mnd-training.example",
} as const;

/** The report on Konni: GREEN, with all indicators of the Konni list. */
export function konniReport(indicators: readonly string[], writing: Writing): JsonObject {
  return report(REPORT.konni, "green", writing, {
    name: "Konni: infrastructure known from public reports",
    description: `The remote access tool KONNI, and ${indicators.length} indicators that public reports connect with it: domains, addresses, URLs and URL paths. The indicators come from the Maltrail project's list; the assessment in this report is invented for a demonstration. They are to be looked up and counted, never contacted.`,
    report_types: ["malware", "indicator"],
    object_refs: [KONNI.id, ...indicators],
  });
}

/** The report on some of Kimsuky's infrastructure: AMBER, so that its release needs a second person. */
export function kimsukyReport(indicators: readonly string[], writing: Writing): JsonObject {
  return report(REPORT.kimsuky, "amber", writing, {
    name: "Kimsuky: a cluster of look-alike mail domains",
    description: `${indicators.length} indicators of the Kimsuky list that an analyst has put together for the eighth session. The indicators come from the Maltrail project's list; that they form one cluster is invented for a demonstration.`,
    report_types: ["threat-actor", "indicator"],
    object_refs: [GROUPS.kimsuky.id, ...indicators],
  });
}

/**
 * The national report with everything that it refers to, in reference order: a marking that lists Korea alone, an
 * observable, an indicator, the report. Fictitious, on an example domain.
 */
export function nationalReport(nation: string, writing: Writing): JsonObject[] {
  const markings = [TLP_MARKING.red, NATIONAL.marking];
  const domain = { type: "domain-name", value: NATIONAL.domain };
  const domainId = observableId(domain) as string;
  return [
    {
      type: "marking-definition",
      spec_version: "2.1",
      id: NATIONAL.marking,
      created_by_ref: writing.author,
      created: writing.at,
      name: `Releasable to ${nation} only`,
      extensions: releasabilityExtension([nation]),
    },
    { ...domain, spec_version: "2.1", id: domainId, object_marking_refs: markings },
    {
      ...head("indicator", NATIONAL.indicator, writing),
      object_marking_refs: markings,
      name: "Look-alike of a training portal (invented)",
      indicator_types: ["malicious-activity"],
      pattern: `[domain-name:value = '${NATIONAL.domain}']`,
      pattern_type: "stix",
      valid_from: writing.at,
    },
    {
      ...report(REPORT.national, "red", writing, {
        name: "National: spear-phishing against a training portal (invented)",
        description:
          "Invented for a demonstration. Members of a training course received mail that led to a look-alike of their portal. How it was detected, and who was addressed, stays with the national authorities; an investigation is under way.",
        report_types: ["campaign", "identity"],
        object_refs: [GROUPS.kimsuky.id, domainId, NATIONAL.indicator],
      }),
      object_marking_refs: markings,
    },
  ];
}

function report(id: string, level: TlpLevel, writing: Writing, properties: object): JsonObject {
  return {
    ...head("report", id, writing),
    object_marking_refs: [TLP_MARKING[level]],
    lang: "en",
    published: writing.at,
    ...properties,
  };
}

function head(type: string, id: string, { author, at }: Writing): JsonObject {
  return { type, spec_version: "2.1", id, created_by_ref: author, created: at, modified: at };
}
