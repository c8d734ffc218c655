import { displayOf, sessionName } from "#objects";
import { type Session, type Statement, writtenDate } from "#sessions";
import type { Texts, ThreadPoint } from "../http/api.ts";
import { type Dated, dated, isAhead, order } from "./dates.ts";
import type { Member, Surroundings } from "./surroundings.ts";

/** A point before lanes are numbered: `bodyId` null is the lane of exercises. */
export type Placed = Omit<ThreadPoint, "lane"> & { readonly bodyId: string | null; readonly order: string };
type Seen = { readonly today: string; readonly from: string | undefined };

// What happens on one day is told in the order in which one thing leads to the next.
const LEADS = ["entente-body", "entente-session", "entente-statement", "entente-paper", "entente-outcome"];
const FOLLOWS = ["entente-joint-text", "entente-accord", "entente-carry-up", "entente-disposition"];
const SEQUENCE = [...LEADS, ...FOLLOWS];

/** One point per act, in order of time; what has no date on record has no place on a line. Pure. */
export function pointsOf(members: readonly Member[], surroundings: Surroundings, seen: Seen): Placed[] {
  const points = members.flatMap((member) => pointsFor(member, members, surroundings, seen));
  return points.sort((a, b) => a.order.localeCompare(b.order) || SEQUENCE.indexOf(a.type) - SEQUENCE.indexOf(b.type));
}

function pointsFor(member: Member, all: readonly Member[], around: Surroundings, { today, from }: Seen): Placed[] {
  const place = (bodyId: string | null | undefined, when: Dated | undefined, title: Texts, more = {}): Placed[] => {
    if (!when || bodyId === undefined) return [];
    const { id: objectId, type } = member;
    const expected = isAhead(when, today);
    return [{ objectId, type, bodyId, ...when, title, expected, here: objectId === from, order: order(when), ...more }];
  };
  const session = around.sessionOf(member);
  const ofSession = session && dated(writtenDate(session));
  switch (member.type) {
    case "entente-body": {
      const when = dated(member.founded);
      return place(member.id, when, member.names, when && { order: order(when, true) });
    }
    case "entente-session": {
      const about = statementsAbout(member.id, all, around);
      const isExpected = member.start === undefined && about.some(isExpectation) && !around.wasAnsweredAt(member.id);
      const title = withWords(
        sessionName(member),
        about.filter((one) => !isExpectation(one)),
      );
      return place(member.body_ref, ofSession, title, isExpected ? { expected: true } : {});
    }
    case "entente-agenda-item":
      return isMember(session?.id, all) ? [] : place(session?.body_ref, ofSession, member.title);
    case "entente-statement":
      if (isMember(session?.id, all)) return [];
      return place(session?.body_ref ?? around.bodyOf(member), ofSession ?? dated(member.source.date), member.value);
    case "entente-outcome":
      return place(session?.body_ref, ofSession, member.text);
    case "entente-carry-up": {
      const target = around.sessionById(member.to_session_ref);
      const carried = place(session?.body_ref, ofSession, upTo(around.bodyNames(member.to_body_ref)));
      if (around.isAnswered(member.id)) return carried;
      const awaited = { type: "entente-disposition", expected: true };
      return [...carried, ...place(member.to_body_ref, target && dated(writtenDate(target)), AWAITED, awaited)];
    }
    case "entente-disposition":
      return place(session?.body_ref, ofSession, member.text);
    case "entente-exercise-record":
      return place(null, dated(member.start ?? member.year ?? writtenDate({ title: member.title })), member.title);
    default: {
      const when = dated(member.published?.slice(0, 10) ?? member.year) ?? ofSession;
      return place(session?.body_ref ?? around.bodyOf(member), when, member.title);
    }
  }
}

const AWAITED: Texts = { en: "answer awaited", fr: "réponse attendue", ko: "답변 대기 중" };

function upTo(names: Texts): Texts {
  return Object.fromEntries(Object.entries(names).map(([language, name]) => [language, `→ ${name}`]));
}

/** Said of a session or of one of its items: it is told where the session stands, not as an act of its own. */
function statementsAbout(sessionId: string, all: readonly Member[], around: Surroundings): Statement[] {
  return all.filter(
    (member): member is Statement & { type: "entente-statement" } =>
      member.type === "entente-statement" && around.sessionOf(member)?.id === sessionId,
  );
}

function isExpectation({ field }: Statement): boolean {
  return field === "expected";
}

function isMember(id: Session["id"] | undefined, all: readonly Member[]): boolean {
  return id !== undefined && all.some((member) => member.id === id);
}

function withWords(name: Texts, statements: readonly Statement[]): Texts {
  if (statements.length === 0) return name;
  const words = (language: string) =>
    statements.map(({ value }) => value[language] ?? displayOf(value) ?? "").join(" ");
  return Object.fromEntries(
    Object.entries(name).map(([language, text]) => [
      language,
      `${text}${language === "fr" ? "\u00a0:" : ":"} ${words(language)}`,
    ]),
  );
}
