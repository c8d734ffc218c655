import type { Texts } from "./written.ts";

export type Source = {
  readonly publisher: string | Texts;
  readonly title?: string | Texts;
  /** A day, or a year alone where no more is on record. */
  readonly date?: string;
  readonly url?: string;
};

export const NEWS_ITEM_ON_THE_EIGHTH: Source = {
  publisher: "InCyber",
  title: {
    en: "News item on the eighth session, in French, May 2023",
    fr: "Nouvelle sur la huitième session, mai 2023",
    ko: "제8차 회의에 관한 소식(프랑스어), 2023년 5월",
  },
  date: "2023",
};

export const YONHAP_7_MAY: Source = {
  publisher: {
    en: "Yonhap, as carried by IANS (daijiworld.com, newsID=1077404)",
    fr: "Yonhap, repris par IANS (daijiworld.com, newsID=1077404)",
    ko: "연합뉴스(IANS 전재, daijiworld.com, newsID=1077404)",
  },
  title: "S. Korea, US to hold working-level cybersecurity talks",
  date: "2023-05-07",
};

export const YONHAP_10_MAY: Source = {
  publisher: {
    en: "Yonhap, as carried by The Korea Times (nation/2023/06/205_350690)",
    fr: "Yonhap, repris par The Korea Times (nation/2023/06/205_350690)",
    ko: "연합뉴스(코리아타임스 전재, nation/2023/06/205_350690)",
  },
  title: {
    en: "On Korea’s proposal to take part in Cyber Flag regularly",
    fr: "Sur la proposition coréenne de participer régulièrement à Cyber Flag",
    ko: "한국의 사이버 플래그 정례 참가 제안에 관한 기사",
  },
  date: "2023-05-10",
};

export const MINISTRY_TEXT: Source = {
  publisher: {
    en: "Ministry of National Defense of the Republic of Korea, as carried by gpnews.kr",
    fr: "Ministère de la Défense nationale de la République de Corée, repris par gpnews.kr",
    ko: "대한민국 국방부(gpnews.kr 게재)",
  },
  title: {
    en: "Official text on the eighth session, May 2023",
    fr: "Texte officiel sur la huitième session, mai 2023",
    ko: "제8차 회의에 관한 공식 자료, 2023년 5월",
  },
  date: "2023",
};

export const KOREAN_PRESS_2014: Source = {
  publisher: "newdaily.co.kr, etnews.com",
  title: {
    en: "Korean press of 6 and 7 February 2014",
    fr: "Presse coréenne des 6 et 7 février 2014",
    ko: "2014년 2월 6일과 7일 국내 언론 보도",
  },
  date: "2014-02-07",
};

export const KOREA_STRATEGY_REVIEW: Source = {
  publisher: { en: "Sejong Institute", fr: "Institut Sejong", ko: "세종연구소" },
  title: "Sejong Focus 2023-02 No. 8",
  date: "2023-02-01",
};

export const UNITED_STATES_STRATEGY_TEXT: Source = {
  publisher: {
    en: "The White House; text kept by the database “The World and Japan”",
    fr: "La Maison-Blanche ; texte conservé par la base « The World and Japan »",
    ko: "백악관(데이터베이스 “The World and Japan” 수록)",
  },
  title: "Indo-Pacific Strategy of the United States",
  date: "2022-02-11",
  url: "https://worldjpn.net/documents/texts/FOIP/20220211.O1E.html",
};

/** The joint communiqués of the consultation, up to a year. */
export function communiquesUntil(year: number): Source {
  return {
    publisher: {
      en: "The two ministries of defence",
      fr: "Les deux ministères de la Défense",
      ko: "한미 양국 국방부",
    },
    title: {
      en: "Joint communiqués of the Security Consultative Meeting, by year",
      fr: "Communiqués conjoints de la Réunion consultative sur la sécurité, par année",
      ko: "한미안보협의회의 공동성명(연도별)",
    },
    date: String(year),
  };
}
