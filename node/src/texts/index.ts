export { accordFolder } from "./accord-folder.ts";
export type { WhyNot } from "./impossible.ts";
export { type Awaited, type JointTextSummary, jointTexts } from "./joint-texts.ts";
export { type TextsRoutesParts, textsRoutes } from "./routes.ts";
export { createTexts, type Texts, type TextsParts } from "./texts.ts";
