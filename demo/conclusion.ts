import type { Texts } from "./mechanism/written.ts";

/** The conclusion on item 2 that the host may record; invented. `verb` is its strength on accord.md's ladder. */
export const SUGGESTED_CONCLUSION: {
  readonly number: string;
  readonly kind: "conclusion";
  readonly verb: number;
  readonly text: Texts;
} = {
  number: "8.2/1",
  kind: "conclusion",
  verb: 4,
  text: {
    en: "The two sides committed to keep one shared picture of the eight North Korean groups and to bring it up to date between sessions.",
    fr: "Les deux parties se sont engagées à tenir une image commune des huit groupes nord-coréens et à l’actualiser entre les sessions.",
    ko: "양측은 북한의 8개 해킹 조직에 대한 공동의 상황 인식을 유지하고, 회의와 회의 사이에도 이를 최신 상태로 갱신해 나가기로 약속하였다.",
  },
};

/** The answer that the consultation of autumn 2023 may give to it; invented. */
export const SUGGESTED_DISPOSITION: { readonly answer: "endorsed"; readonly text: Texts } = {
  answer: "endorsed",
  text: {
    en: "The consultation endorsed the conclusion on the shared picture of the North Korean groups and asked the working group to report on it at its next session.",
    fr: "La consultation a approuvé la conclusion sur l’image commune des groupes nord-coréens et a prié le groupe de travail d’en rendre compte à sa prochaine session.",
    ko: "한미안보협의회의는 북한 해킹 조직에 대한 공동의 상황 인식에 관한 결론을 승인하고, 실무협의회가 다음 회의에서 그 이행 상황을 보고하도록 요청하였다.",
  },
};
