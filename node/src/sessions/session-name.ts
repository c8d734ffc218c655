import { sessionName } from "#objects";
import type { Texts } from "../http/api.ts";
import type { Session } from "./model.ts";

/** A session with the body that meets, in the languages that both names have; English orders the two differently. */
export function fullSessionName(session: Pick<Session, "title" | "number">, body: Texts | undefined): Texts {
  const name = sessionName(session);
  if (!body) return name;
  const languages = Object.keys(name).filter((language) => body[language]);
  if (languages.length === 0) return name;
  return Object.fromEntries(languages.map((language) => [language, `${body[language]}, ${name[language]}`]));
}
