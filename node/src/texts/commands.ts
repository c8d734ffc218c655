import type { AnyCommand } from "#database";
import type { Rule } from "#release";
import { acceptParagraphs } from "./accept-paragraphs.ts";
import { concludeAccord } from "./conclude-accord.ts";
import { editParagraph } from "./edit-paragraph.ts";
import { recordPublication } from "./publish-text.ts";
import { recordSignature } from "./sign-text.ts";
import { tableText } from "./table-text.ts";

export const textsCommands = (rules: readonly Rule[]): readonly AnyCommand[] => [
  editParagraph(rules),
  tableText(rules),
  acceptParagraphs(rules),
  recordSignature(rules),
  recordPublication(rules),
  concludeAccord(rules),
];
