import type { JsonObject } from "@entente/stix";
import { EIGHTH_SESSION, ITEM, STRATEGY } from "./ids.ts";
import { KOREA_STRATEGY_REVIEW, UNITED_STATES_STRATEGY_TEXT } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** Korea's strategy for the region, handed in under item 1. */
export function strategyOfKorea(writing: Writing): JsonObject {
  return written("entente-strategy", STRATEGY.korea, writing, {
    ...underItem1,
    title: {
      en: "Strategy for a Free, Peaceful, and Prosperous Indo-Pacific Region",
      fr: "Stratégie pour une région indo-pacifique libre, pacifique et prospère",
      ko: "자유, 평화, 번영의 인도-태평양 전략",
    },
    publisher: {
      en: "Government of the Republic of Korea",
      fr: "Gouvernement de la République de Corée",
      ko: "대한민국 정부",
    },
    published: "2022-12-28",
    year: 2022,
    text: {
      en: "Nine lines of effort for a free, peaceful and prosperous region; the fourth is to expand comprehensive security cooperation.",
      fr: "Neuf axes d’effort pour une région libre, pacifique et prospère ; le quatrième est d’élargir la coopération globale en matière de sécurité.",
      ko: "자유롭고 평화로우며 번영하는 지역을 위한 아홉 개의 중점 추진 과제를 담고 있으며, 넷째는 포괄안보 협력의 확대이다.",
    },
    source: KOREA_STRATEGY_REVIEW,
  });
}

/** The United States' strategy for the region, handed in under item 1. */
export function strategyOfUnitedStates(writing: Writing): JsonObject {
  return written("entente-strategy", STRATEGY.unitedStates, writing, {
    ...underItem1,
    title: {
      en: "Indo-Pacific Strategy of the United States",
      fr: "Stratégie indo-pacifique des États-Unis",
      ko: "미국의 인도-태평양 전략",
    },
    publisher: { en: "The White House", fr: "La Maison-Blanche", ko: "백악관" },
    published: "2022-02-11",
    year: 2022,
    text: {
      en: "It aims at a region that is free and open, connected, prosperous, secure and resilient, and relies on alliances for it, that with the Republic of Korea among them.",
      fr: "Elle vise une région libre et ouverte, connectée, prospère, sûre et résiliente, et s’appuie pour cela sur les alliances, dont celle avec la République de Corée.",
      ko: "자유롭고 개방되며 연결되고 번영하며 안전하고 회복력 있는 지역을 지향하며, 이를 위해 대한민국과의 동맹을 비롯한 동맹들에 의지한다.",
    },
    source: UNITED_STATES_STRATEGY_TEXT,
  });
}

const underItem1 = { region: "asia-pacific", session_ref: EIGHTH_SESSION, item_ref: ITEM.policies };
