import type {
  DecisionLine,
  DryRun,
  Exchange,
  GroupPage,
  JointTextLine,
  JointTextPage,
  Link,
  Me,
  Mechanism,
  ObjectPage,
  Overview,
  PublicRoom,
  Releases,
  SessionPage,
  Texts,
  ThreadView,
  ThreatGroups,
} from "@entente/node/api";
import { queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";

/** Every question that the console asks. The first part of a key is the room, by which changes are announced. */
const question = <Answer>(key: [room: string, ...rest: string[]], path: string) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => ask<Answer>(path, signal) });

const id = encodeURIComponent;

export const questions = {
  me: () => question<Me>(["me"], "/api/me"),
  link: () => ({ ...question<Link>(["link"], "/api/link"), refetchInterval: 15_000 }),
  overview: () => question<Overview>(["overview"], "/api/overview"),
  mechanism: () => question<Mechanism>(["sessions"], "/api/sessions"),
  session: (of: string) => question<SessionPage>(["sessions", of], `/api/sessions/${id(of)}`),
  thread: (of: string) => question<ThreadView>(["threads", of], `/api/threads/${id(of)}`),
  suggestions: () => question<{ conclusion: Texts; disposition: Texts }>(["suggestions"], "/api/suggestions"),
  groups: () => question<ThreatGroups>(["threats"], "/api/threats/groups"),
  group: (of: string) => question<GroupPage>(["threats", of], `/api/threats/groups/${id(of)}`),
  object: (of: string) => question<ObjectPage>(["objects", of], `/api/objects/${id(of)}`),
  releases: () => question<Releases>(["releases"], "/api/releases"),
  release: (of: string) => question<DecisionLine & { dryRun: DryRun }>(["releases", of], `/api/releases/${id(of)}`),
  exchange: () => question<Exchange>(["exchange"], "/api/exchange"),
  texts: () => question<JointTextLine[]>(["texts"], "/api/texts"),
  text: (of: string) => question<JointTextPage>(["texts", of], `/api/texts/${id(of)}`),
  publicRoom: () => question<PublicRoom>(["public"], "/api/public"),
};
