import type { JsonObject } from "@entente/stix";
import { EIGHTH_SESSION, ITEM, REPORTED_OUTCOME, THREAD } from "./ids.ts";
import { MINISTRY_TEXT, YONHAP_10_MAY } from "./sources.ts";
import { type Stated, statement } from "./statement.ts";
import type { Writing } from "./written.ts";

type Reported = Omit<Stated, "field" | "source"> & Partial<Pick<Stated, "source">>;

/** What the ministry's text reports of the eighth session; statements, since no outcome agreed by both is on record. */
export function reportedOutcomes(writing: Writing): JsonObject[] {
  return ([1, 2, 3, 4, 5, 6] as const).map((number) =>
    statement(REPORTED_OUTCOME[number], writing, {
      source: MINISTRY_TEXT,
      ...REPORTED[number],
      field: `reported-outcome-${number}`,
    }),
  );
}

const REPORTED: Record<keyof typeof REPORTED_OUTCOME, Reported> = {
  1: {
    about: ITEM.threats,
    value: {
      en: "Both sides shared the threats, the patterns of provocation and the hacker groups that they observe.",
      fr: "Les deux parties ont partagé les menaces, les modes de provocation et les groupes de pirates qu’elles observent.",
      ko: "양측은 사이버 위협과 도발 양상, 해킹 조직에 관한 정보를 공유하였다.",
    },
    threads: [THREAD.sharedPicture],
  },
  2: {
    about: ITEM.training,
    value: {
      en: "Korea proposed to take part in Cyber Flag regularly; the United States is to review it positively.",
      fr: "La partie coréenne a proposé de participer régulièrement à Cyber Flag ; la partie américaine l’examinera favorablement.",
      ko: "한국 측은 사이버 플래그에 정례적으로 참가할 것을 제안하였고, 미국 측은 이를 긍정적으로 검토하기로 하였다.",
    },
    source: YONHAP_10_MAY,
  },
  3: {
    about: ITEM.training,
    value: {
      en: "Both sides checked the preparation of the first exercise between the two cyber commands.",
      fr: "Les deux parties ont vérifié la préparation du premier exercice entre les deux commandements cyber.",
      ko: "양측은 한미 사이버사령부 간 첫 훈련의 준비 상황을 점검하였다.",
    },
    threads: [THREAD.exercise],
  },
  4: {
    about: EIGHTH_SESSION,
    value: {
      en: "Korea shared its plan for the November exercise of the ADMM-Plus experts’ group.",
      fr: "La partie coréenne a présenté son plan pour l’exercice de novembre du groupe d’experts de l’ADMM-Plus.",
      ko: "한국 측은 11월에 열릴 아세안확대국방장관회의(ADMM-Plus) 전문가그룹 훈련 계획을 공유하였다.",
    },
  },
  5: {
    about: EIGHTH_SESSION,
    value: {
      en: "Korea asked for help with the cyber group of the Seoul Defense Dialogue.",
      fr: "La partie coréenne a demandé un soutien pour le groupe cyber du Dialogue de défense de Séoul.",
      ko: "한국 측은 서울안보대화 사이버 분과에 대한 협조를 요청하였다.",
    },
  },
  6: {
    about: EIGHTH_SESSION,
    value: {
      en: "Both sides shared their experience in recruiting and training personnel.",
      fr: "Les deux parties ont partagé leur expérience du recrutement et de la formation du personnel.",
      ko: "양측은 인력 확보와 양성에 관한 경험을 공유하였다.",
    },
  },
};
