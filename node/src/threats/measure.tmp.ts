import { readFileSync } from "node:fs";
import { fromPeer } from "#objects";
import { nameReferenceSet } from "#release";
import { LISTS, valueLines } from "../../../demo/lists.ts";
import { GROUPS } from "../../../demo/reference-set.ts";
import { groupPage } from "./group-page.ts";
import { threatGroups } from "./groups.ts";
import { withNode } from "./test/test-node.ts";

await withNode(async (node) => {
  const time = async (what: string, f: () => Promise<any>) => {
    const t = performance.now();
    const r = await f();
    console.log(what, Math.round(performance.now() - t), "ms", JSON.stringify(r).slice(0, 200));
    return r;
  };
  await time("attack", node.importReferenceSet);
  await node.database.write(nameReferenceSet, { source: "mitre-attack", publisher: "M", name: "N", version: "1" });
  await time("konni", () => node.importList("konni"));
  await time("kimsuky", () => node.importList("kimsuky"));
  await time("groups", () => threatGroups(node.database.objects));
  await time("groups", () => threatGroups(node.database.objects));
  await time("page", () =>
    groupPage(node.database.objects, GROUPS.kimsuky.id, { own: node.names.get(node.ownParty.id)!, names: node.names }),
  );
  await time("one", () => node.lookUp("weget.example"));
  await time("konni lookup", async () => {
    const r = (await node.lookUp(valueLines(LISTS.konni).join("\n"))).rows;
    return [r.length, r.filter((x) => !x.known).length, r.filter((x) => !x.known).slice(0, 3)];
  });
  await time("10000 lookup", async () => {
    const r = await node.lookUp(valueLines(LISTS.kimsuky).slice(0, 10000).join("\n"));
    return [r.rows.length, r.rows.filter((x) => !x.known).length, r.tookMs];
  });
});
