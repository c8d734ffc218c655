import type { JsonObject } from "@entente/stix";
import { BODY, EIGHTH_SESSION, ITEM, THREAD, WORKING_GROUP_SESSION } from "./ids.ts";
import { KOREAN_PRESS_2014, NEWS_ITEM_ON_THE_EIGHTH } from "./sources.ts";
import { type Writing, written } from "./written.ts";

const SEOUL = { en: "Seoul", fr: "Séoul", ko: "서울" };

/** The eight sessions of the working group; of the second to the seventh only that they were held is on record. */
export function workingGroupSessions(writing: Writing): JsonObject[] {
  return [
    first(writing),
    ...([2, 3, 4, 5, 6, 7] as const).map((number) => unrecorded(number, writing)),
    eighth(writing),
  ];
}

function first(writing: Writing): JsonObject {
  return written("entente-session", WORKING_GROUP_SESSION[1], writing, {
    body_ref: BODY.workingGroup,
    number: 1,
    form: "in-person",
    place: SEOUL,
    start: "2014-02-07",
    stop: "2014-02-07",
    agenda: [],
    description: {
      en: "About 60 officials took part; the day before, a table-top exercise looked for weaknesses in the two allies’ response to a crisis.",
      fr: "Une soixantaine de responsables y ont participé ; la veille, un exercice sur table avait cherché les faiblesses de la réponse des deux alliés à une crise.",
      ko: "약 60명의 관계자가 참석하였으며, 하루 전에는 한미 양국의 위기 대응상 취약점을 찾기 위한 토의식 연습이 열렸다.",
    },
    thread_refs: [THREAD.exercise],
    source: KOREAN_PRESS_2014,
  });
}

function unrecorded(number: 2 | 3 | 4 | 5 | 6 | 7, writing: Writing): JsonObject {
  return written("entente-session", WORKING_GROUP_SESSION[number], writing, {
    body_ref: BODY.workingGroup,
    number,
    form: "not-on-record",
    agenda: [],
    source: NEWS_ITEM_ON_THE_EIGHTH,
  });
}

function eighth(writing: Writing): JsonObject {
  return written("entente-session", EIGHTH_SESSION, writing, {
    body_ref: BODY.workingGroup,
    number: 8,
    form: "in-person",
    place: SEOUL,
    start: "2023-05-08",
    stop: "2023-05-09",
    agenda: [
      { number: "1", item_ref: ITEM.policies },
      { number: "2", item_ref: ITEM.threats },
      { number: "3", item_ref: ITEM.training },
    ],
    description: {
      en: "At the Ministry of National Defense; in person for the first time since 2019, after three remote sessions because of the pandemic. Led by the director general of the ministry’s defence policy bureau and the deputy assistant secretary of defense for cyber policy. Both sides expect to strengthen their cybersecurity cooperation mechanism further.",
      fr: "Au ministère de la Défense nationale ; en présence pour la première fois depuis 2019, après trois sessions tenues à distance en raison de la pandémie. Sous la conduite du directeur général de la politique de défense du ministère et du sous-secrétaire adjoint à la Défense chargé de la politique cyber. Les deux parties comptent renforcer encore leur mécanisme de coopération en cybersécurité.",
      ko: "국방부에서 열렸으며, 코로나19로 세 차례 원격으로 진행된 뒤 2019년 이후 처음으로 대면으로 개최되었다. 국방부 국방정책 담당 국장과 미국 국방부 사이버정책 부차관보가 양측을 대표하였다. 양측은 사이버안보 협력 체계를 더욱 강화해 나갈 것으로 기대한다.",
    },
    thread_refs: [THREAD.exercise, THREAD.sharedPicture],
    source: NEWS_ITEM_ON_THE_EIGHTH,
  });
}
