import { EIGHTH_SESSION } from "./mechanism/index.ts";

type Authentic = { readonly ko: string; readonly en: string };

/** The draft of the joint communiqué, as Korea tables it. Its words are invented, and its first paragraph says so. */
export const JOINT_TEXT = {
  symbol: "CCWG-8/JS/1",
  kind: "joint-communique",
  session_ref: EIGHTH_SESSION,
  precedence: "host-first",
  languages: [
    { language: "ko", status: "authentic" },
    { language: "en", status: "authentic" },
  ],
  title: {
    en: "Joint communiqué of the eighth session (invented text)",
    fr: "Communiqué conjoint de la huitième session (texte inventé)",
    ko: "제8차 회의 공동성명(시연을 위해 지어낸 글)",
  },
} as const;

/** The paragraphs in order, in both authentic languages, canonical as accord.md asks; numbering is part of the text. */
export const PARAGRAPHS: readonly { readonly paragraph: string; readonly texts: Authentic }[] = [
  {
    paragraph: "b1dae8c7-37fa-4e52-99ba-1a219ee39bd4",
    texts: {
      ko: "제8차 한미 국방사이버정책실무협의회 공동성명. 이 글은 시연을 위해 지어낸 것으로, 어느 정부의 문서도 아니다.",
      en: "Joint communiqué of the eighth session of the Cyber Cooperation Working Group. This text is invented for a demonstration and is a document of no government.",
    },
  },
  {
    paragraph: "61f65585-ddae-4563-883b-cc4e8a9d0550",
    texts: {
      ko: "1. 대한민국과 미합중국은 2023년 5월 8일과 9일 서울에서 제8차 한미 국방사이버정책실무협의회를 개최하였다. 이번 회의는 2019년 이후 처음으로 대면으로 진행되었다.",
      en: "1. The Republic of Korea and the United States of America held the eighth session of the Cyber Cooperation Working Group in Seoul on 8 and 9 May 2023. It was the first session held in person since 2019.",
    },
  },
  {
    paragraph: "f662a40c-c736-475f-8f08-c9e934ea21f0",
    texts: {
      ko: "2. 양측은 사이버안보 정책과 최근 사이버 위협, 사이버안보 교육훈련 강화 방안을 논의하고, 아시아·태평양 지역에 대한 각자의 전략을 교환하였다.",
      en: "2. The two sides discussed cybersecurity policies, current cyber threats and ways to strengthen cybersecurity training, and exchanged their strategies for the Asia-Pacific region.",
    },
  },
  {
    paragraph: "7a1fe75f-f3cc-49ee-bcc2-c22b77939c5e",
    texts: {
      ko: "3. 양측은 북한의 사이버 위협과 도발 양상, 해킹 조직에 관한 정보를 공유하고, 이에 대한 공동의 상황 인식을 유지해 나가기로 약속하였다.",
      en: "3. The two sides shared information on the cyber threats, patterns of provocation and hacker groups of North Korea, and committed to maintaining a shared picture of them.",
    },
  },
  {
    paragraph: "5e016dbe-fa6c-4189-be33-ff1a98db3520",
    texts: {
      ko: "4. 대한민국 측은 사이버 플래그 훈련에 정례적으로 참가할 것을 제안하였으며, 미합중국 측은 이를 긍정적으로 검토하기로 하였다. 양측은 한미 사이버사령부 간 첫 훈련의 준비 상황을 점검하였다.",
      en: "4. The side of the Republic of Korea proposed to take part regularly in the exercise Cyber Flag, and the side of the United States of America promised to consider it positively. The two sides reviewed the preparation of the first exercise between their cyber commands.",
    },
  },
  {
    paragraph: "d85b2d97-cacd-41b1-8c7f-05a9dfb01ac3",
    texts: {
      ko: "5. 양측은 사이버안보 협력 체계를 더욱 강화하고, 이번 회의의 결론을 2023년 가을에 열리는 한미안보협의회의에 보고하기로 결정하였다.",
      en: "5. The two sides decided to strengthen their cybersecurity cooperation mechanism further and to report the conclusions of this session to the Security Consultative Meeting in autumn 2023.",
    },
  },
];
