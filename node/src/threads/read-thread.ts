import { headOf, type Objects, objectOf } from "#objects";
import type { Body } from "#sessions";
import type { Texts, ThreadView } from "../http/api.ts";
import { pointsOf } from "./points.ts";
import { membersOf, surroundingsOf } from "./surroundings.ts";

const EXERCISES: Texts = { en: "Training", fr: "Formation", ko: "훈련" };

/** A thread from its tasking to the answer: one lane per body, one point per act; undefined for an id that is none. */
export async function readThread(
  db: Objects,
  threadId: string,
  { nowMs, from }: { readonly nowMs: number; readonly from?: string },
): Promise<ThreadView | undefined> {
  const head = await headOf(db, threadId);
  if (head?.type !== "entente-thread") return undefined;
  const members = await membersOf(db, threadId);
  const surroundings = await surroundingsOf(db, members);
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const placed = pointsOf(members, surroundings, { today, from });
  const lanes = lanesOf(surroundings.bodies(), new Set(placed.map(({ bodyId }) => bodyId)));
  return {
    id: threadId,
    title: objectOf<{ title: Texts }>(head).title,
    lanes,
    points: placed.map(({ bodyId, order: _order, ...point }) => ({
      ...point,
      lane: lanes.findIndex((lane) => lane.bodyId === bodyId),
    })),
  };
}

/** The bodies that have a point, the highest first, then exercises. */
function lanesOf(bodies: readonly Body[], used: ReadonlySet<string | null>): ThreadView["lanes"] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const depth = (body: Body | undefined, seen: readonly string[] = []): number =>
    body === undefined || seen.includes(body.id) ? 0 : 1 + depth(byId.get(body.parent_ref ?? ""), [...seen, body.id]);
  const ofBodies = bodies
    .filter(({ id }) => used.has(id))
    .sort((a, b) => depth(a) - depth(b))
    .map(({ id, names }) => ({ bodyId: id, names }));
  return used.has(null) ? [...ofBodies, { bodyId: null, names: EXERCISES }] : ofBodies;
}
