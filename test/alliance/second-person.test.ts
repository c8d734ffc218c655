import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Alliance, makeAlliance, until, type Visitor } from "./alliance.ts";
import { report, tokenOf, writeOwn } from "./own-objects.ts";

type Decision = { id: string; state: string };
type DryRun = { digest: string; secondPersonNeeded: boolean };

let alliance: Alliance;
before(async () => {
  alliance = await makeAlliance();
  await Promise.all([alliance.start(alliance.korea), alliance.start(alliance.unitedStates)]);
});
after(() => alliance.close());

async function decide(officer: Visitor, party: string, ids: string[]): Promise<Decision> {
  const dryRun = await officer.post<DryRun>("/api/releases/dry-run", { ids, party });
  return officer.post<Decision>("/api/releases", { ids, party, reason: "test", digest: dryRun.digest });
}

const refused = (status: number, words: RegExp) => (error: Error & { status?: number }) =>
  error.status === status && words.test(error.message);

test("over HTTP the same person, the author and an edited object are refused as second approval, with the reason", async () => {
  const { korea, unitedStates } = alliance;
  const first = await alliance.signIn(korea, "Releasing officer");
  const second = await alliance.signIn(korea, "Second releasing officer");
  const analyst = await alliance.signIn(korea, "Analyst");
  const amber = report(korea, { name: "By the second officer", label: "amber" });
  await writeOwn(korea, [amber], await tokenOf(korea, "Second releasing officer"));

  await assert.rejects(decide(analyst, unitedStates.party, [amber.id]), refused(403, /releasing officer/));
  const decision = await decide(first, unitedStates.party, [amber.id]);
  assert.equal(decision.state, "waits-for-second-person");
  await assert.rejects(first.post(`/api/releases/${decision.id}/approve`, {}), refused(403, /first person/));
  await assert.rejects(second.post(`/api/releases/${decision.id}/approve`, {}), refused(403, /author/));

  const other = report(korea, { name: "By the analyst", label: "amber" });
  await writeOwn(korea, [other], await tokenOf(korea, "Analyst"));
  const edited = await decide(first, unitedStates.party, [other.id]);
  const page = await analyst.get<{ digest: string }>(`/api/objects/${other.id}`);
  await analyst.post(`/api/objects/${other.id}/versions`, { digest: page.digest, properties: { name: "Edited" } });
  await assert.rejects(second.post(`/api/releases/${edited.id}/approve`, {}), refused(409, /edited/));

  const ally = await alliance.signIn(unitedStates);
  for (const { id } of [amber, other]) await assert.rejects(ally.get(`/api/objects/${id}`), refused(404, /./));
});

test("what is CLEAR but was not decided for the public is nowhere on the site or in its collection", async () => {
  const { korea } = alliance;
  const [first, second] = [await alliance.signIn(korea), await alliance.signIn(korea, "Second releasing officer")];
  const [shown, kept] = [report(korea, { name: "Shown to all" }), report(korea, { name: "Kept, though clear" })];
  await writeOwn(korea, [shown, kept]);
  const decision = await decide(first, "PUBLIC", [shown.id]);
  assert.equal(decision.state, "waits-for-second-person", "the public needs two persons whatever the label");
  await second.post(`/api/releases/${decision.id}/approve`, {});

  const anyone = await alliance.signIn(korea, "Analyst");
  const objects = async () =>
    (
      await anyone.ask("GET", "/taxii2/public/collections/public/objects/", undefined, {
        accept: "application/taxii+json;version=2.1",
      })
    ).body.toString("utf8");
  const collection = await until(objects, (text) => text.includes(shown.id));
  assert.ok(!collection.includes(kept.id) && !collection.includes("Kept, though clear"));
  for (const path of ["/", "/en/", "/en/sessions", "/en/news", "/en/feed.atom", "/en/feed.json"]) {
    assert.ok(!(await anyone.ask("GET", path)).body.includes("Kept, though clear"), path);
  }
});
