import type { JsonObject } from "@entente/stix";
import { THREAD } from "./ids.ts";
import { communiquesUntil, NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** What is followed through the bodies and the years; the members name their threads themselves. */
export function threads(writing: Writing): JsonObject[] {
  return [
    written("entente-thread", THREAD.exercise, writing, {
      title: {
        en: "A bilateral cyber exercise",
        fr: "Un exercice cyber bilatéral",
        ko: "한미 양자 사이버 훈련",
      },
      description: {
        en: "From the arrangement of 2013 to the first exercise between the two cyber commands in January 2024.",
        fr: "De l’arrangement de 2013 au premier exercice entre les deux commandements cyber, en janvier 2024.",
        ko: "2013년 약정에서 2024년 1월 한미 사이버사령부 간 첫 훈련까지.",
      },
      source: communiquesUntil(2024),
    }),
    written("entente-thread", THREAD.sharedPicture, writing, {
      title: {
        en: "One shared picture of the North Korean groups",
        fr: "Une image commune des groupes nord-coréens",
        ko: "북한 해킹 조직에 대한 공동의 상황 인식",
      },
      description: {
        en: "From item 2 of the eighth session to the answer of the consultation of autumn 2023.",
        fr: "Du point 2 de la huitième session à la réponse de la consultation de l’automne 2023.",
        ko: "제8차 회의 의제 2에서 2023년 가을 한미안보협의회의의 답변까지.",
      },
      source: NEWS_ITEM_ON_THE_EIGHTH,
    }),
  ];
}
