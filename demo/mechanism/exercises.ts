import type { JsonObject } from "@entente/stix";
import { BODY, EIGHTH_SESSION, EXERCISE, ITEM, THREAD } from "./ids.ts";
import { communiquesUntil } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** The joint exercise of item 3: a record that it took place. Its days are not on record here, only the month. */
export function exerciseBetweenCommands(writing: Writing): JsonObject {
  return written("entente-exercise-record", EXERCISE.betweenCommands, writing, {
    ...underItem3,
    title: {
      en: "First exercise between the two cyber commands",
      fr: "Premier exercice entre les deux commandements cyber",
      ko: "한미 사이버사령부 간 첫 훈련",
    },
    text: {
      en: "Agreed by the ministers in 2022, its preparation checked at the eighth session in May 2023, held in January 2024.",
      fr: "Convenu par les ministres en 2022, préparation vérifiée à la huitième session en mai 2023, tenu en janvier 2024.",
      ko: "2022년 양국 장관이 합의하고, 2023년 5월 제8차 회의에서 준비 상황을 점검한 뒤, 2024년 1월에 실시되었다.",
    },
    year: 2024,
    thread_refs: [THREAD.exercise],
    source: communiquesUntil(2024),
  });
}

/** Cyber Flag, an exercise of the United States, in which Korea took part for the first time in 2022. */
export function cyberFlag(writing: Writing): JsonObject {
  return written("entente-exercise-record", EXERCISE.cyberFlag, writing, {
    ...underItem3,
    title: {
      en: "Cyber Flag, with Korea for the first time",
      fr: "Cyber Flag, avec la Corée pour la première fois",
      ko: "사이버 플래그, 한국의 첫 참가",
    },
    text: {
      en: "Korea took part for the first time in 2022 and proposed in May 2023 to do so regularly.",
      fr: "La Corée y a participé pour la première fois en 2022 et a proposé en mai 2023 de le faire régulièrement.",
      ko: "한국은 2022년에 처음 참가하였고, 2023년 5월에 정례 참가를 제안하였다.",
    },
    year: 2022,
    source: communiquesUntil(2022),
  });
}

const underItem3 = {
  session_ref: EIGHTH_SESSION,
  item_ref: ITEM.training,
  body_refs: [BODY.workingGroup, BODY.consultation],
};
