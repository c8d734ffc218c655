import { JOINT_TEXT_ID } from "../../demo/fill-nodes.ts";
import { CONSULTATION_SESSION, EIGHTH_SESSION } from "../../demo/mechanism/index.ts";
import { UNITED_STATES } from "../../demo/parties.ts";
import { GROUPS } from "../../demo/reference-set.ts";
import { REPORT } from "../../demo/reports.ts";

/** The console's pages with the demonstration's data: name, and address below /console. */
export const CONSOLE_PAGES: Readonly<Record<string, string>> = {
  overview: "/",
  sessions: "/sessions",
  session: `/sessions/${EIGHTH_SESSION}`,
  consultation: `/sessions/${CONSULTATION_SESSION[2023]}`,
  threats: "/threats",
  group: `/threats/${GROUPS.kimsuky.id}`,
  releases: "/releases",
  "dry-run": `/releases?to=${UNITED_STATES.id}&ids=${REPORT.konni}`,
  exchange: "/exchange",
  texts: "/texts",
  text: `/texts/${JOINT_TEXT_ID}`,
  search: "/search?q=lazarus",
  lookup: "/lookup",
  object: `/objects/${REPORT.konni}`,
  public: "/public-page",
};

/** The public site's pages: name, and address below /{language}/. */
export const PUBLIC_PAGES: Readonly<Record<string, string>> = {
  home: "",
  sessions: "sessions",
  session: `sessions/${EIGHTH_SESSION}`,
  communiques: "communiques",
  news: "news",
  privacy: "privacy",
  keys: "keys",
  accessibility: "accessibility",
};
