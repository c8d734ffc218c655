import type { JsonObject } from "@entente/stix";
import { BODY, CONSULTATION_SESSION, STATEMENT, THREAD, WORKING_GROUP_SESSION } from "./ids.ts";
import { communiquesUntil, KOREAN_PRESS_2014, NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { statement } from "./statement.ts";
import type { Texts, Writing } from "./written.ts";

/** Korea, host of the eighth session, hands in what the news item on it and the press of 2014 say. */
export function historyByKorea(writing: Writing): JsonObject[] {
  return [
    statement(STATEMENT.consultationSince1976, writing, {
      about: BODY.consultation,
      field: "founded",
      value: { en: "since 1976", fr: "depuis 1976", ko: "1976년부터" },
      source: NEWS_ITEM_ON_THE_EIGHTH,
    }),
    statement(STATEMENT.consultation2023Is48th, writing, {
      about: CONSULTATION_SESSION[2023],
      field: "number",
      value: { en: "48th", fr: "48e", ko: "제48차" },
      source: NEWS_ITEM_ON_THE_EIGHTH,
    }),
    inferredForm(STATEMENT.fourthSessionInPerson, WORKING_GROUP_SESSION[4], IN_PERSON_2019, writing),
    inferredForm(STATEMENT.fifthSessionRemote, WORKING_GROUP_SESSION[5], REMOTE, writing),
    inferredForm(STATEMENT.sixthSessionRemote, WORKING_GROUP_SESSION[6], REMOTE, writing),
    inferredForm(STATEMENT.seventhSessionRemote, WORKING_GROUP_SESSION[7], REMOTE, writing),
    statement(STATEMENT.arrangementEndorsed, writing, {
      about: CONSULTATION_SESSION[2013],
      field: "tasking",
      value: {
        en: "Both ministers endorsed the arrangement of September 2013.",
        fr: "Les deux ministres ont approuvé l’arrangement de septembre 2013.",
        ko: "양국 장관이 2013년 9월의 약정을 승인하였다.",
      },
      source: KOREAN_PRESS_2014,
      threads: [THREAD.exercise],
    }),
    statement(STATEMENT.conclusionsExpected, writing, {
      about: CONSULTATION_SESSION[2023],
      field: "expected",
      value: {
        en: "The conclusions of the eighth session are to be taken up in autumn 2023.",
        fr: "Les conclusions de la huitième session doivent être reprises à l’automne 2023.",
        ko: "제8차 회의의 결론은 2023년 가을에 다루어질 예정이다.",
      },
      source: NEWS_ITEM_ON_THE_EIGHTH,
      threads: [THREAD.exercise, THREAD.sharedPicture],
    }),
  ];
}

/** The United States hands in the ministries' own count, and what the ministers agreed in 2022. */
export function historyByUnitedStates(writing: Writing): JsonObject[] {
  return [
    statement(STATEMENT.consultationSince1968, writing, {
      about: BODY.consultation,
      field: "founded",
      value: {
        en: "first meeting in 1968, by the ministries’ own count",
        fr: "première réunion en 1968, selon le compte des ministères",
        ko: "양국 국방부의 집계로는 1968년에 첫 회의",
      },
      source: communiquesUntil(2023),
    }),
    statement(STATEMENT.consultation2023Is55th, writing, {
      about: CONSULTATION_SESSION[2023],
      field: "number",
      value: { en: "55th", fr: "55e", ko: "제55차" },
      source: communiquesUntil(2023),
    }),
    statement(STATEMENT.exerciseAgreed, writing, {
      about: CONSULTATION_SESSION[2022],
      field: "tasking",
      value: {
        en: "The ministers agreed on an exercise between the two cyber commands.",
        fr: "Les ministres sont convenus d’un exercice entre les deux commandements cyber.",
        ko: "양국 장관은 한미 사이버사령부 간 훈련을 실시하기로 합의하였다.",
      },
      source: communiquesUntil(2022),
      threads: [THREAD.exercise],
    }),
  ];
}

const REMOTE = { en: "remote, inferred", fr: "à distance, déduit", ko: "원격 개최(추정)" };
const IN_PERSON_2019 = {
  en: "in person, in 2019, inferred",
  fr: "en présence, en 2019, déduit",
  ko: "2019년 대면 개최(추정)",
};

/** The source counts three remote sessions between 2019 and the eighth; which ones they were is inferred from that. */
function inferredForm(id: string, about: string, value: Texts, writing: Writing): JsonObject {
  return statement(id, writing, { about, field: "form", value, source: NEWS_ITEM_ON_THE_EIGHTH });
}
