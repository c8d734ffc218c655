import type { JsonObject } from "@entente/stix";
import { EIGHTH_SESSION, ITEM, THREAD } from "./ids.ts";
import { NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** The three items of the eighth session. What was reported of each stands in statements of its own. */
export function agendaItems(writing: Writing): JsonObject[] {
  return [
    item(ITEM.policies, writing, {
      title: {
        en: "Cybersecurity policies",
        fr: "Politiques de cybersécurité",
        ko: "사이버안보 정책",
      },
      description: {
        en: "The two sides exchange their strategies, for Asia-Pacific above all.",
        fr: "Les deux parties échangent leurs stratégies respectives, pour la zone Asie-Pacifique surtout.",
        ko: "양측은 아시아·태평양 지역을 중심으로 각자의 전략을 교환한다.",
      },
      region: "asia-pacific",
    }),
    item(ITEM.threats, writing, {
      title: {
        en: "Current cyber threats",
        fr: "Cybermenaces actuelles",
        ko: "최근 사이버 위협 동향",
      },
      description: {
        en: "North Korea’s threat stands at the centre, as always.",
        fr: "La menace de la Corée du Nord reste au centre, comme toujours.",
        ko: "언제나처럼 북한의 사이버 위협이 논의의 중심에 있다.",
      },
      region: "asia-pacific",
      labels: ["threats"],
      thread_refs: [THREAD.sharedPicture],
    }),
    item(ITEM.training, writing, {
      title: {
        en: "Stronger cybersecurity training",
        fr: "Renforcement de la formation en cybersécurité",
        ko: "사이버안보 교육훈련 강화",
      },
      description: {
        en: "Joint efforts to strengthen cybersecurity training.",
        fr: "Efforts communs pour renforcer la formation en cybersécurité.",
        ko: "사이버안보 교육훈련을 강화하기 위한 공동의 노력을 다룬다.",
      },
      thread_refs: [THREAD.exercise],
    }),
  ];
}

function item(id: string, writing: Writing, properties: object): JsonObject {
  return written("entente-agenda-item", id, writing, {
    session_ref: EIGHTH_SESSION,
    source: NEWS_ITEM_ON_THE_EIGHTH,
    ...properties,
  });
}
