import type { Texts } from "./mechanism/written.ts";

/** A party of the demonstration, as its node is set up and as its card names it. */
export type DemoParty = {
  readonly id: string;
  readonly short: string;
  /** ISO 3166-1 alpha-3: the nation that the party speaks for. */
  readonly nation: string;
  readonly names: Texts;
  readonly unit: Texts;
  /** The host of the node's address, and the ports of its two listeners. */
  readonly host: string;
  readonly port: number;
  readonly peerPort: number;
  /** The name under which the party signs. */
  readonly keyName: string;
};

export const KOREA: DemoParty = {
  id: "identity--3c6a6523-1f8b-4d9a-9650-2830cc9882a8",
  short: "KOR",
  nation: "KOR",
  names: { en: "Republic of Korea", fr: "République de Corée", ko: "대한민국" },
  unit: {
    en: "Ministry of National Defense, cyber section",
    fr: "Ministère de la Défense nationale, section cyber",
    ko: "국방부 사이버 담당 부서",
  },
  host: "kor.localhost",
  port: 7001,
  peerPort: 8001,
  keyName: "kor.example/2023",
};

export const UNITED_STATES: DemoParty = {
  id: "identity--c8f8ff60-1b6d-4aa6-bafd-5a323b147615",
  short: "USA",
  nation: "USA",
  names: { en: "United States of America", fr: "États-Unis d’Amérique", ko: "미합중국" },
  unit: {
    en: "Department of Defense, cyber section",
    fr: "Département de la Défense, section cyber",
    ko: "미국 국방부 사이버 담당 부서",
  },
  host: "usa.localhost",
  port: 7002,
  peerPort: 8002,
  keyName: "usa.example/2023",
};
