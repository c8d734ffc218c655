import type { JsonObject } from "@entente/stix";
import { BODY, EIGHTH_SESSION, NEWS } from "./ids.ts";
import { NEWS_ITEM_ON_THE_EIGHTH, type Source, YONHAP_7_MAY, YONHAP_10_MAY } from "./sources.ts";
import { type Texts, type Writing, written } from "./written.ts";

type Item = { readonly published: string; readonly title: Texts; readonly text: Texts; readonly source: Source };

/** Korea's news of 7, 8 and 10 May 2023, for its own public page. */
export function newsOfKorea(writing: Writing): JsonObject[] {
  return [
    news(NEWS.korea.announced, writing, {
      published: "2023-05-07",
      title: {
        en: "Notice: the eighth session takes place on 8 and 9 May",
        fr: "Avis de session : la huitième session se tient les 8 et 9 mai",
        ko: "알림: 제8차 회의, 5월 8일과 9일 개최",
      },
      text: {
        en: "The cyber sections of both ministries of defence meet in Seoul, in person for the first time since 2019.",
        fr: "Les sections cyber des deux ministères de la Défense se réunissent à Séoul, en présence pour la première fois depuis 2019.",
        ko: "한미 양국 국방부의 사이버 담당 부서가 2019년 이후 처음으로 서울에서 대면으로 만난다.",
      },
      source: YONHAP_7_MAY,
    }),
    news(NEWS.korea.opened, writing, {
      published: "2023-05-08",
      title: {
        en: "The eighth session opens in Seoul",
        fr: "Ouverture de la huitième session à Séoul",
        ko: "제8차 회의 서울에서 개막",
      },
      text: {
        en: "Three items are on the agenda: cybersecurity policies, current cyber threats, stronger cybersecurity training.",
        fr: "Trois points à l’ordre du jour : politiques de cybersécurité, cybermenaces actuelles, renforcement de la formation.",
        ko: "의제는 사이버안보 정책, 최근 사이버 위협 동향, 사이버안보 교육훈련 강화 세 가지이다.",
      },
      source: NEWS_ITEM_ON_THE_EIGHTH,
    }),
    news(NEWS.korea.results, writing, {
      published: "2023-05-10",
      title: {
        en: "Results of the eighth session",
        fr: "Résultats de la huitième session",
        ko: "제8차 회의 결과",
      },
      text: {
        en: "Korea proposed to take part in Cyber Flag regularly, and both sides checked the preparation of the first exercise between the two cyber commands.",
        fr: "La Corée a proposé de participer régulièrement à Cyber Flag, et les deux parties ont vérifié la préparation du premier exercice entre les deux commandements cyber.",
        ko: "한국 측은 사이버 플래그에 정례적으로 참가할 것을 제안하였고, 양측은 한미 사이버사령부 간 첫 훈련의 준비 상황을 점검하였다.",
      },
      source: YONHAP_10_MAY,
    }),
  ];
}

/** The United States' news of the same days, for its own public page. */
export function newsOfUnitedStates(writing: Writing): JsonObject[] {
  return [
    news(NEWS.unitedStates.announced, writing, {
      published: "2023-05-07",
      title: {
        en: "Working group to meet in Seoul on 8 and 9 May",
        fr: "Le groupe de travail se réunira à Séoul les 8 et 9 mai",
        ko: "실무협의회, 5월 8일과 9일 서울에서 개최 예정",
      },
      text: {
        en: "It will be the eighth session, and the first in person after three remote ones.",
        fr: "Ce sera la huitième session, et la première en présence après trois sessions à distance.",
        ko: "제8차 회의이며, 세 차례의 원격 회의에 이어 처음으로 대면으로 열린다.",
      },
      source: YONHAP_7_MAY,
    }),
    news(NEWS.unitedStates.opened, writing, {
      published: "2023-05-08",
      title: {
        en: "Two days of talks begin in Seoul",
        fr: "Deux jours d’entretiens commencent à Séoul",
        ko: "서울에서 이틀간의 협의 시작",
      },
      text: {
        en: "The two sides exchange their strategies for Asia-Pacific and discuss current cyber threats, North Korea’s above all.",
        fr: "Les deux parties échangent leurs stratégies pour la zone Asie-Pacifique et examinent les cybermenaces actuelles, celles de la Corée du Nord avant tout.",
        ko: "양측은 아시아·태평양 지역에 대한 전략을 교환하고, 북한을 중심으로 최근 사이버 위협을 논의한다.",
      },
      source: NEWS_ITEM_ON_THE_EIGHTH,
    }),
    news(NEWS.unitedStates.results, writing, {
      published: "2023-05-10",
      title: {
        en: "Korea’s regular participation in Cyber Flag under review",
        fr: "La participation régulière de la Corée à Cyber Flag à l’examen",
        ko: "한국의 사이버 플래그 정례 참가 검토",
      },
      text: {
        en: "At the eighth session Korea proposed to take part regularly; the United States is to review the proposal positively.",
        fr: "À la huitième session, la Corée a proposé une participation régulière ; les États-Unis examineront favorablement cette proposition.",
        ko: "제8차 회의에서 한국 측이 정례 참가를 제안하였고, 미국 측은 이를 긍정적으로 검토하기로 하였다.",
      },
      source: YONHAP_10_MAY,
    }),
  ];
}

function news(id: string, writing: Writing, item: Item): JsonObject {
  return written("entente-news", id, writing, {
    ...item,
    year: 2023,
    session_ref: EIGHTH_SESSION,
    body_refs: [BODY.workingGroup],
  });
}
