import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { TLP_MARKING, type TlpLevel } from "@entente/stix";
import { type App, publicListener } from "#http";
import { admitObjects, fromSource, OWN, readOwnObject } from "#objects";
import { testDatabase } from "../../../test/storage/test-database.ts";
import type { DecisionLine, DryRun, ObjectPage, Person, Problem, Releases } from "../http/api.ts";
import { initHome } from "../init-home.ts";
import { openNode } from "../open-node.ts";
import { objectRoutes } from "./object-routes.ts";
import { releaseRoutes } from "./release-routes.ts";

const PERSONS: Readonly<Record<string, Person>> = {
  analyst: { id: "p0", function: "Analyst", role: "analyst" },
  first: { id: "p1", function: "Releasing officer", role: "releasing-officer" },
  second: { id: "p2", function: "Second releasing officer", role: "releasing-officer" },
};

type Ask = <T>(who: string, method: "GET" | "POST", url: string, body?: object) => Promise<{ status: number; body: T }>;
type Served = {
  readonly ask: Ask;
  admit(object: object, author?: string, source?: string): Promise<void>;
  own: string;
};

/** The routes over HTTP, in a data folder of their own; who asks stands in a header instead of a sign-in. */
async function served(run: (node: Served) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "entente-routes-"));
  const party = await initHome({ home, name: "Korea", nation: "KOR", port: 0, database: await testDatabase() });
  const node = await openNode({ home });
  const app: App = await publicListener(node, {
    identify: async (request) => {
      request.person = PERSONS[String(request.headers["x-person"])] as Person;
    },
    routes: [releaseRoutes, objectRoutes],
  });
  await node.releases.start();
  try {
    await run({
      own: party.id,
      ask: async <T>(who: string, method: "GET" | "POST", url: string, body?: object) => {
        const headers = { host: "localhost", origin: "http://localhost", "x-person": who };
        const answer = await app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
        return { status: answer.statusCode, body: answer.json() as T };
      },
      admit: async (object, author, source) => {
        const origin = source ? fromSource(source) : OWN;
        const assigned = source ? [TLP_MARKING.clear] : [];
        const read = readOwnObject(object as Record<string, unknown>);
        const admitted = await node.database.write(admitObjects, {
          origin,
          author: author ?? null,
          objects: [{ object: read, assigned }],
        });
        assert.equal(admitted[0]?.outcome, "added");
      },
    });
  } finally {
    await node.releases.stop();
    await app.close();
    await node.close();
    rmSync(home, { recursive: true });
  }
}

const time = "2026-01-01T00:00:00.000Z";
const id = (type: string, n: number) => `${type}--00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const times = { spec_version: "2.1", created: time, modified: time };

const report = (n: number, refs: readonly string[], level: TlpLevel = "clear") => ({
  type: "report",
  id: id("report", n),
  ...times,
  published: time,
  name: `Report ${n}`,
  object_refs: refs,
  object_marking_refs: [TLP_MARKING[level]],
});

const indicator = (n: number) => ({
  type: "indicator",
  id: id("indicator", n),
  ...times,
  name: `n${n}.example`,
  pattern: `[domain-name:value = 'n${n}.example']`,
  pattern_type: "stix",
  valid_from: time,
});

test("a release from the dry run to both persons, over HTTP", () =>
  served(async ({ ask, admit }) => {
    const many = Array.from({ length: 30 }, (_, n) => indicator(n));
    for (const one of many) await admit(one, undefined, "a list");
    const released = report(
      1,
      many.map((one) => one.id),
    );
    await admit(released, "p0");
    await admit(report(2, [indicator(0).id], "red"));
    const { body: before } = await ask<Releases>("analyst", "GET", "/api/releases");
    assert.deepEqual(before.ready.map(({ title }) => title).sort(), ["Report 1", "Report 2"]);

    const selection = { ids: [released.id, report(2, []).id], party: "PUBLIC" };
    const { body: dryRun } = await ask<DryRun>("analyst", "POST", "/api/releases/dry-run", selection);
    assert.deepEqual(dryRun.counts, { candidates: 32, go: 31, wait: 0, stay: 1 });
    assert.deepEqual([dryRun.party, dryRun.highest, dryRun.secondPersonNeeded], [null, "clear", true]);
    const rows = dryRun.groups.flatMap(({ answer, rows: all }) =>
      all.map(({ type, count, label, rule, code, examples }) => [
        answer,
        type,
        count,
        label,
        rule,
        code,
        examples.length,
      ]),
    );
    assert.deepEqual(rows, [
      ["permit", "report", 1, "clear", "R5", "decision-names-party", 1],
      ["permit", "indicator", 30, "clear", "R7", "permit", 20],
      ["deny", "report", 1, "red", "R4", "red-never-crosses", 1],
    ]);

    const decide = (who: string, digest: string) =>
      ask<DecisionLine & Problem>(who, "POST", "/api/releases", { ...selection, reason: "It helps", digest });
    assert.equal((await decide("analyst", dryRun.digest)).status, 403);
    assert.equal((await decide("first", "0".repeat(64))).body.code, "dry-run-outdated");
    const { body: decision } = await decide("first", dryRun.digest);
    assert.deepEqual([decision.state, decision.objects, decision.released], ["waits-for-second-person", 31, 0]);
    assert.deepEqual(decision.approve, { can: false, why: "same-person" });

    const url = `/api/releases/${decision.id}`;
    const approvalBy = async (who: string) => (await ask<DecisionLine>(who, "GET", url)).body.approve;
    assert.deepEqual(await approvalBy("analyst"), { can: false, why: "needs-releasing-officer" });
    assert.deepEqual(await approvalBy("second"), { can: true });
    const { body: seen } = await ask<DecisionLine & { dryRun: DryRun }>("second", "GET", url);
    assert.deepEqual(seen.dryRun.groups, dryRun.groups, "the second person sees what the first saw");
    const ready = (await ask<Releases>("first", "GET", "/api/releases")).body.ready;
    assert.deepEqual(
      ready.map(({ title }) => title),
      ["Report 2"],
      "what waits for a second person lies there",
    );

    const approve = (who: string) => ask<DecisionLine & Problem>(who, "POST", `${url}/approve`, {});
    assert.equal((await approve("analyst")).status, 403);
    assert.deepEqual((await approve("first")).body.errors, [{ path: "$.person", message: "same-person" }]);
    assert.equal((await approve("second")).status, 200);
    let done = seen as DecisionLine;
    for (let tried = 0; tried < 200 && done.state !== "done"; tried += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      done = (await ask<DecisionLine>("second", "GET", url)).body;
    }
    assert.deepEqual([done.state, done.released, done.second?.function], ["done", 31, "Second releasing officer"]);
    assert.match(done.at ?? "", /^\d{4}-/);
    const { body: page } = await ask<ObjectPage>("analyst", "GET", `/api/objects/${released.id}`);
    assert.deepEqual([page.standing, page.proof.length], [{ kind: "released", parties: ["PUBLIC"] }, 1]);
  }));

test("the author of an object may not be the second person", () =>
  served(async ({ ask, admit, own }) => {
    const one = report(1, [own], "clear");
    await admit(one, "p2");
    const selection = { ids: [one.id], party: "PUBLIC" };
    const { body: dryRun } = await ask<DryRun>("first", "POST", "/api/releases/dry-run", selection);
    const decided = { ...selection, reason: "It helps", digest: dryRun.digest };
    const { body: decision } = await ask<DecisionLine>("first", "POST", "/api/releases", decided);
    const { body: seen } = await ask<DecisionLine>("second", "GET", `/api/releases/${decision.id}`);
    assert.deepEqual(seen.approve, { can: false, why: "author" });
    const refused = await ask<Problem>("second", "POST", `/api/releases/${decision.id}/approve`, {});
    assert.deepEqual([refused.status, refused.body.errors?.[0]?.message], [403, "author"]);
  }));

test("an own object is edited on top of what was seen, in its texts only, and then its decision is void", () =>
  served(async ({ ask, admit, own }) => {
    const one = report(1, [own], "clear");
    await admit(one, "p0");
    await admit(indicator(1), undefined, "a list");
    const selection = { ids: [one.id], party: "PUBLIC" };
    const { body: dryRun } = await ask<DryRun>("first", "POST", "/api/releases/dry-run", selection);
    const decided = { ...selection, reason: "It helps", digest: dryRun.digest };
    const { body: decision } = await ask<DecisionLine>("first", "POST", "/api/releases", decided);

    const { body: page } = await ask<ObjectPage>("analyst", "GET", `/api/objects/${one.id}`);
    assert.deepEqual([page.edit, page.referencesTo.map(({ path }) => path)], [{ can: true }, ["$.object_refs[0]"]]);
    const edit = (object: string, digest: string, properties: object) =>
      ask<Problem & { digest: string }>("analyst", "POST", `/api/objects/${object}/versions`, { digest, properties });
    const refused = await edit(one.id, page.digest, { object_marking_refs: [TLP_MARKING.clear] });
    assert.deepEqual([refused.status, refused.body.errors?.[0]?.path], [403, "$.object_marking_refs"]);
    assert.equal((await edit(one.id, page.digest, { name: 5 })).status, 422);
    assert.equal((await edit(one.id, page.digest, { name: "Better" })).status, 200);
    const stale = await edit(one.id, page.digest, { name: "Too late" });
    assert.deepEqual([stale.status, stale.body.code], [409, "edited-meanwhile"]);

    const after = (await ask<ObjectPage>("analyst", "GET", `/api/objects/${one.id}`)).body;
    assert.deepEqual(
      [after.title, after.versions.length, after.versions.map(({ head }) => head)],
      ["Better", 2, [true, false]],
    );
    const approval = await ask<Problem>("second", "POST", `/api/releases/${decision.id}/approve`, {});
    assert.deepEqual([approval.status, approval.body.code], [409, "decision-void"]);

    const foreign = (await ask<ObjectPage>("analyst", "GET", `/api/objects/${indicator(1).id}`)).body;
    assert.deepEqual(foreign.edit, { can: false, why: "not-own-object" });
    assert.equal((await edit(indicator(1).id, foreign.digest, { name: "Ours now" })).status, 403);
    assert.equal((await ask("analyst", "GET", "/api/objects/report--none")).status, 404);
  }));
