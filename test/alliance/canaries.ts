import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, observableId, TLP_MARKING } from "@entente/stix";
import { tablesElsewhere } from "../storage/plain-sql.ts";
import type { Side } from "./alliance.ts";
import { report } from "./own-objects.ts";
import type { Visitor } from "./visitor.ts";

export type Planted = {
  readonly objects: readonly JsonObject[];
  readonly canaries: ReadonlyMap<string, string>;
  readonly control: string;
};

/**
 * A national report and all that hangs on it, each with a text that stands nowhere else. Nothing but the missing label
 * keeps it here (R5); what refers to it is CLEAR, and stays because of it (R8). `control` may go, and shows that the
 * search finds what did.
 */
export function plantCanaries(side: Side): Planted {
  const word = (what: string) => `${what}${randomBytes(9).toString("hex")}`;
  const canaries = new Map(["name", "value", "marking", "referring"].map((what) => [what, word(what)]));
  const control = word("control");
  const at = new Date(Date.now() - 1000).toISOString();
  const marking: JsonObject & { id: string } = {
    type: "marking-definition",
    spec_version: "2.1",
    id: `marking-definition--${crypto.randomUUID()}`,
    created_by_ref: side.party,
    created: at,
    definition_type: "statement",
    definition: { statement: canaries.get("marking") ?? "" },
  };
  const observable = { type: "domain-name", value: `${canaries.get("value")}.example` };
  const id = observableId(observable) ?? "";
  canaries.set("observable id", id.slice("domain-name--".length));
  const domain = { ...observable, spec_version: "2.1", id, object_marking_refs: [marking.id] };
  const national = report(side, {
    name: canaries.get("name") ?? "",
    label: null,
    refs: [id],
    object_marking_refs: [marking.id],
  });
  canaries.set("withheld reference", national.id);
  const referring = report(side, { name: canaries.get("referring") ?? "", refs: [national.id] });
  const open = report(side, { name: control, object_marking_refs: [TLP_MARKING.clear] });
  return { objects: [marking, domain, national, referring, open], canaries, control };
}

/** Every file of a data folder, and every table that it keeps elsewhere, in which a text stands as bytes. */
export async function placesWith({ home }: Side, text: string): Promise<string[]> {
  const tables = [...(await tablesElsewhere(home))].filter(([, bytes]) => bytes.includes(text));
  return [...filesWith(home, text), ...tables.map(([name]) => name)];
}

/** Every file of a folder in which a text stands as bytes. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const status = statSync(path);
    if (status.isDirectory()) return filesWith(path, text);
    return status.isFile() && readFileSync(path).includes(text) ? [path] : [];
  });
}

const MOST_PAGES = 400;

/** Everything that a visitor can reach by following links from a page, headers included. */
export async function everythingFrom(visitor: Visitor, starts: readonly string[]): Promise<Map<string, Buffer>> {
  const seen = new Map<string, Buffer>();
  const queue = [...starts];
  for (let path = queue.shift(); path !== undefined && seen.size < MOST_PAGES; path = queue.shift()) {
    if (seen.has(path)) continue;
    const { headers, body } = await visitor.ask("GET", path);
    seen.set(path, Buffer.concat([Buffer.from(JSON.stringify(headers)), body]));
    for (const [, link = ""] of body.toString("utf8").matchAll(/(?:href|src|action)="([^"#]+)/g)) {
      const { origin, pathname, search } = new URL(link.replaceAll("&amp;", "&"), `http://node.example${path}`);
      if (origin === "http://node.example" && !pathname.startsWith("/console")) queue.push(pathname + search);
    }
  }
  return seen;
}
