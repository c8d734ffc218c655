import type { AnyCommand } from "#database";
import type { Rule } from "#release";
import { acceptParagraphs } from "./accept-paragraphs.ts";
import { concludeAccord } from "./conclude-accord.ts";
import { editParagraph } from "./edit-paragraph.ts";
import { recordPublication } from "./publish-text.ts";
import { recordSignature } from "./sign-text.ts";
import { tableText } from "./table-text.ts";

export { accordFolder } from "./accord-folder.ts";
export type { WhyNot } from "./impossible.ts";
export { type Awaited, type JointTextSummary, jointTexts } from "./joint-texts.ts";
export { type TextsRoutesParts, textsRoutes } from "./routes.ts";
export { createTexts, type Texts, type TextsParts } from "./texts.ts";

export const textsCommands = (rules: readonly Rule[]): readonly AnyCommand[] => [
  editParagraph(rules),
  tableText(rules),
  acceptParagraphs(rules),
  recordSignature(rules),
  recordPublication(rules),
  concludeAccord(rules),
];
