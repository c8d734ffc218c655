import type { JsonObject } from "@entente/stix";
import { BODY, CONSULTATION_SESSION, THREAD } from "./ids.ts";
import { communiquesUntil, KOREAN_PRESS_2014, NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** The consultation of 2013, which endorsed the arrangement that the working group rests on. */
export function consultation2013(writing: Writing): JsonObject {
  return written("entente-session", CONSULTATION_SESSION[2013], writing, {
    ...unplaced,
    title: { en: "Session of 2013", fr: "Session de 2013", ko: "2013년 회의" },
    thread_refs: [THREAD.exercise],
    source: KOREAN_PRESS_2014,
  });
}

/** The consultation of 2022, which agreed the exercise. */
export function consultation2022(writing: Writing): JsonObject {
  return written("entente-session", CONSULTATION_SESSION[2022], writing, {
    ...unplaced,
    number: 54,
    title: { en: "Session of 2022", fr: "Session de 2022", ko: "2022년 회의" },
    thread_refs: [THREAD.exercise],
    source: communiquesUntil(2022),
  });
}

/**
 * The consultation of autumn 2023, without a number: the sources differ. The United States keeps its record here, so
 * that the answer to the working group crosses back to Korea; no source at hand names the host, and the object says so.
 */
export function consultation2023(writing: Writing): JsonObject {
  return written("entente-session", CONSULTATION_SESSION[2023], writing, {
    ...unplaced,
    title: { en: "Session of autumn 2023", fr: "Session de l’automne 2023", ko: "2023년 가을 회의" },
    description: {
      en: "The conclusions of the working group’s eighth session are to be taken up here. In this demonstration the United States keeps the record of the session; its place, days and host are not on record here.",
      fr: "Les conclusions de la huitième session du groupe de travail doivent y être reprises. Dans cette démonstration, les États-Unis tiennent le relevé de la session ; son lieu, ses dates et son hôte ne sont pas documentés ici.",
      ko: "제8차 실무협의회의 결론이 이 회의에서 다루어질 예정이다. 이 시연에서는 미국 측이 회의 기록을 맡으며, 장소와 일자, 주최국은 여기에 기록되어 있지 않다.",
    },
    thread_refs: [THREAD.exercise, THREAD.sharedPicture],
    source: NEWS_ITEM_ON_THE_EIGHTH,
  });
}

const unplaced = { body_ref: BODY.consultation, form: "not-on-record", agenda: [] };
