import { sql } from "kysely";
import { standingsOf } from "#release";
import { LISTS, valueLines } from "../../../demo/lists.ts";
import { indicatedNames } from "./indicated-names.ts";
import { indicatorsNaming } from "./indicators-naming.ts";
import { withNode } from "./test/test-node.ts";
import { understoodInputs } from "./understood-inputs.ts";

await withNode(async (node) => {
  await node.importReferenceSet();
  await node.importList("konni");
  await node.importList("bluenoroff");
  const db = node.database.objects;
  const time = async <T>(what: string, f: () => Promise<T>) => {
    const t = performance.now();
    const r = await f();
    console.log(what, Math.round(performance.now() - t), "ms");
    return r;
  };
  const inputs = understoodInputs(valueLines(LISTS.konni).join("\n")).flatMap(({ value }) => value ?? []);
  const hits = await time("naming", () => indicatorsNaming(db, inputs));
  const ind = [...new Map([...hits.values()].flat().map(({ indicator }) => [indicator.id, indicator])).values()];
  console.log(ind.length);
  await time("names", () =>
    indicatedNames(
      db,
      ind.map(({ id }) => id),
    ),
  );
  await time("standings", () => standingsOf(db, ind));

  const explain = async (q: string) =>
    console.log(
      (await sql.raw("explain query plan " + q).execute(db)).rows.map((r: any) => r.detail).join("\n"),
      "\n--",
    );

  for (const n of [50, 100, 500]) {
    const vals = Array.from({ length: n }, (_, i) => `('h${i}', 'http://h${i}', 'http://h${i}@')`).join(",");
    for (const order of ["", " order by versions.version_id"])
      for (const join of ["join", "cross join"]) {
        const q =
          `with wanted (host, range_from, range_to) as (values ${vals})
      select wanted.host, observables.value, versions.id
      from wanted
      ${join} observables on observables.value >= wanted.range_from and observables.value < wanted.range_to
      ${join} versions on versions.version_id = observables.version_id and versions.type = 'indicator'
      ${join} heads on heads.id = versions.id and heads.version_id = versions.version_id
      where observables.type = 'url'` + order;
        await explain(q);
        const t = performance.now();
        await sql.raw(q).execute(db);
        console.log(n, order, join, Math.round(performance.now() - t));
      }
  }
});
