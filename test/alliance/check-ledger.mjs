// Recomputes, with nothing of this project, every root of every log in a data folder, and every subject from its
// opening: of what this node released, and of what it received. Usage: node check-ledger.mjs FOLDER; exit code 1 if wrong.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

// RFC 8785 for what a subject holds: an array of texts, null, and an array of texts.
const canonical = (value) =>
  Array.isArray(value) ? `[${value.map(canonical).join(",")}]` : value === null ? "null" : JSON.stringify(value);

// RFC 6962 2.1
function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256("");
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** Rows of a query with `?` for values, from wherever the folder says that its objects lie. */
async function reader(folder) {
  const { database } = JSON.parse(readFileSync(join(folder, "configuration.json"), "utf8"));
  if (database?.engine !== "postgresql") {
    const db = new DatabaseSync(join(folder, "objects.db"), { readOnly: true });
    return { all: async (sql, ...values) => db.prepare(sql).all(...values), end: async () => db.close() };
  }
  const client = new pg.Client({ connectionString: database.address, options: "-c search_path=objects" });
  client.setTypeParser(pg.types.builtins.INT8, Number);
  await client.connect();
  const numbered = (sql, count = 0) => sql.replaceAll("?", () => `$${++count}`);
  return { all: async (sql, ...values) => (await client.query(numbered(sql), values)).rows, end: () => client.end() };
}

const { all, end } = await reader(process.argv[2]);
const problems = [];
const counts = { logs: 0, entries: 0, subjects: 0, objects: 0 };

for (const { log, reader, size, frontier } of await all("select * from logs")) {
  const entries = await all("select entry, bytes from entries where log = ? order by entry", log);
  const leaves = entries.map(({ bytes }) => Buffer.from(bytes));
  const kept = JSON.parse(frontier).roots;
  // The root is folded from the kept subtree roots, smallest first.
  const root = kept.length
    ? kept.map((hex) => Buffer.from(hex, "hex")).reduceRight((right, left) => sha256(Buffer.of(1), left, right))
    : sha256("");
  counts.logs += 1;
  counts.entries += entries.length;
  if (entries.length !== size || entries.some(({ entry }, index) => entry !== index)) problems.push(`${log}: gaps`);
  if (!merkleRoot(leaves).equals(root)) problems.push(`${log}: the root is another`);
  for (const [index, leaf] of leaves.entries()) {
    if (JSON.parse(leaf.toString("utf8")).party !== reader) problems.push(`${log}, entry ${index}: for another reader`);
  }
}

async function checkSubject(log, entry, { opening, id, modified, digest, labels }) {
  const [leaf] = await all("select bytes from entries where log = ? and entry = ?", log, entry);
  const expected = sha256(opening, canonical([id, modified, digest, [...labels].sort()])).toString("hex");
  counts.subjects += 1;
  if (!leaf || JSON.parse(Buffer.from(leaf.bytes).toString("utf8")).subject !== expected) {
    problems.push(`${log}, entry ${entry} (${id}): the opening does not give its subject`);
  }
}

const own = JSON.parse((await all("select value from settings where name = 'own-party'"))[0].value).id;
for (const row of await all("select * from views")) {
  const [{ bytes }] = await all("select bytes from versions where version_id = ?", row.version_id);
  const modified = JSON.parse(Buffer.from(bytes).toString("utf8")).modified ?? null;
  const labels = JSON.parse(row.labels);
  await checkSubject(`${own}/${row.party}`, row.entry, { ...row, opening: Buffer.from(row.opening), modified, labels });
}
for (const row of await all("select * from peer_openings")) {
  const opening = Buffer.from(row.opening, "hex");
  await checkSubject(`${row.party}/${own}`, row.entry, { ...row, opening, labels: JSON.parse(row.labels) });
}
// The identity on a peer's card is handed over by its people, and needs no entry.
const unproven = `select count(*) as n from versions v where v.origin like 'peer:%' and v.id <> substr(v.origin, 6)
  and not exists (select 1 from peer_openings o where 'peer:' || o.party = v.origin and o.id = v.id and o.digest = v.digest)`;
counts.objects = (await all("select count(*) as n from versions where origin like 'peer:%'"))[0].n;
if ((await all(unproven))[0].n > 0) problems.push("an object of a peer has no entry in its log");

await end();
console.log(JSON.stringify({ ...counts, problems }));
process.exitCode = problems.length === 0 ? 0 : 1;
