import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask } from "@entente/node/command-line";
import { parseVerifierKey, verifyReceipt } from "@entente/notes";
import { Client } from "undici";
import { type Alliance, makeAlliance, until } from "./alliance.ts";
import { report, tokenOf, writeOwn } from "./own-objects.ts";

let alliance: Alliance;
before(async () => {
  alliance = await makeAlliance();
  await Promise.all([alliance.start(alliance.korea), alliance.start(alliance.unitedStates)]);
});
after(() => alliance.close());

type Side = { entries: { objectId: string | null; title: string | null; kind: string }[]; root: string };
type Checked = { problems: string[]; entries: number };
type Book = { ours: Side; theirs: Side };

test("two paired nodes: what one releases stands in both books, and its receipt at the ally proves it", async () => {
  const { korea, unitedStates } = alliance;
  const object = report(korea, { name: "What was released" });
  await writeOwn(korea, [object]);
  const token = await tokenOf(korea, "Releasing officer");
  await ask(korea.home, "release", { ids: [object.id], to: "USA", reason: "test", dryRun: false, token });

  const [here, there] = [await alliance.signIn(korea), await alliance.signIn(unitedStates)];
  const received = await until(
    () => there.get<Book>("/api/exchange"),
    ({ theirs }) => theirs.entries.some(({ title }) => title === "What was released"),
  );
  const given = await here.get<Book>("/api/exchange");
  assert.equal(received.theirs.root, given.ours.root);
  assert.deepEqual(
    received.theirs.entries.map(({ kind, objectId }) => [kind, objectId]),
    [
      ["release", object.id],
      ["card", null],
    ],
  );
  const link = await there.get<{ peer: { short: string }; state: string; error: string | null }>("/api/link");
  assert.deepEqual([link.peer.short, link.state, link.error], ["KOR", "in-contact", null]);

  const log = encodeURIComponent(`${korea.party}/${unitedStates.party}`);
  const receipt = (await there.ask("GET", `/api/objects/${object.id}/receipt?log=${log}`)).body;
  const { card } = await ask<{ card: string }>(korea.home, "card", {});
  const { publicKey } = parseVerifierKey(JSON.parse(card).rootKey);
  assert.equal(verifyReceipt(receipt, [{ party: korea.party, publicKey }]).object.name, "What was released");

  const checked = await there.post<{ ours: Checked; theirs: Checked }>("/api/exchange/verify", {});
  assert.deepEqual([checked.ours.problems, checked.theirs.problems], [[], []]);
  assert.equal(checked.theirs.entries, 2);
});

test("whoever is not the ally gets nothing at the peer listener", async () => {
  const stranger = new Client(`https://127.0.0.1:${alliance.korea.peerPort}`, {
    connect: { rejectUnauthorized: false },
  });
  for (const path of ["/taxii2/releases/collections/releases/objects/", "/entente/1/checkpoint", "/entente/1/wake"]) {
    const method = path.endsWith("wake") ? "POST" : "GET";
    const { statusCode, body } = await stranger.request({ method, path });
    assert.deepEqual([statusCode, await body.text()], [401, ""], path);
  }
  await stranger.close();
});
