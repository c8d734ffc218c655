import type { JsonObject } from "@entente/stix";
import { BODY } from "./ids.ts";
import { KOREAN_PRESS_2014, NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { type Writing, written } from "./written.ts";

/** The alliance, the consultation under it and the working group under that; written by the party named at pairing. */
export function bodies(writing: Writing): JsonObject[] {
  return [alliance(writing), consultation(writing), workingGroup(writing)];
}

function alliance(writing: Writing): JsonObject {
  return written("entente-body", BODY.alliance, writing, {
    kind: "alliance",
    names: {
      en: "Alliance between the Republic of Korea and the United States of America",
      fr: "Alliance entre la République de Corée et les États-Unis d’Amérique",
      ko: "한미동맹",
    },
    founded: "1953",
    basis: {
      en: "In force since 1953, at the end of the Korean War",
      fr: "En vigueur depuis 1953, à la fin de la guerre de Corée",
      ko: "1953년, 6·25전쟁이 끝나던 해에 성립",
    },
    source: NEWS_ITEM_ON_THE_EIGHTH,
  });
}

/** Without `founded`: the sources differ, and both years stand as statements. */
function consultation(writing: Writing): JsonObject {
  return written("entente-body", BODY.consultation, writing, {
    kind: "consultation",
    parent_ref: BODY.alliance,
    names: {
      en: "Security Consultative Meeting (SCM)",
      fr: "Réunion consultative sur la sécurité (SCM)",
      ko: "한미안보협의회의(SCM)",
    },
    description: {
      en: "Ministers of defence and general staffs; it coordinates the two allies’ military strategy for the region.",
      fr: "Ministres de la Défense et états-majors ; elle coordonne la stratégie militaire des deux alliés pour la région.",
      ko: "양국 국방부 장관과 합동참모본부가 참여하여 역내 군사 전략을 조율하는 협의체이다.",
    },
    source: NEWS_ITEM_ON_THE_EIGHTH,
  });
}

function workingGroup(writing: Writing): JsonObject {
  return written("entente-body", BODY.workingGroup, writing, {
    kind: "working-group",
    parent_ref: BODY.consultation,
    // Official names: the Korean one is no translation of the English one.
    names: {
      en: "Cyber Cooperation Working Group (CCWG)",
      fr: "Groupe de travail sur la coopération cyber (CCWG)",
      ko: "한미 국방사이버정책실무협의회",
    },
    founded: "2014",
    basis: {
      en: "Arrangement of September 2013 on information sharing, cyber policy, strategy, doctrine, personnel and training, endorsed by both ministers at the consultation of 2013",
      fr: "Arrangement de septembre 2013 sur le partage d’informations, la politique, la stratégie et la doctrine cyber, le personnel et la formation, approuvé par les deux ministres à la consultation de 2013",
      ko: "정보공유, 사이버 정책·전략·교리, 인력, 교육훈련에 관한 2013년 9월의 약정으로, 양국 장관이 2013년 한미안보협의회의에서 승인",
    },
    description: {
      en: "Director-general level, between the cyber sections of both ministries of defence; its outcomes are dealt with at the annual consultation.",
      fr: "Au niveau des directeurs généraux, entre les sections cyber des deux ministères de la Défense ; ses résultats sont traités à la consultation annuelle.",
      ko: "양국 국방부 사이버 담당 부서 간의 국장급 협의체로, 그 결과는 매년 열리는 한미안보협의회의에서 다루어진다.",
    },
    source: KOREAN_PRESS_2014,
  });
}
