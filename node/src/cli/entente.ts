import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { TLP_LEVELS, type TlpLevel } from "@entente/stix";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ListedToken, Rights } from "#holdings";
import { EntenteError } from "#kernel/errors";
import type { LookupAnswer, SearchAnswer } from "../http/api.ts";
import { ask } from "./ask.ts";
import type { ExportedPart } from "./export-bundle.ts";
import { verifyAccordFolder } from "./verify-folder.ts";

const program = new Command("entente").description("The node that each of two allied organisations runs.");
program.showHelpAfterError("(add --help for what can be given)").enablePositionalOptions();

const home = () => new Option("--home <folder>", "the node's data folder").makeOptionMandatory();
const json = () => new Option("--json", "answer in JSON");
const as = () => new Option("--as <file>", "token file of the person who does this");
const label = (name: string): TlpLevel | "none" => {
  if (name === "none" || (TLP_LEVELS as readonly string[]).includes(name)) return name as TlpLevel | "none";
  throw new InvalidArgumentError(`Choose one of ${TLP_LEVELS.join(", ")}, none.`);
};
const rights = (text: string): Rights => {
  const given = new Set(text.split(","));
  const all = ["read", "write", "delete"] as const;
  if (given.size > 0 && [...given].every((right) => (all as readonly string[]).includes(right))) {
    return { read: given.has("read"), write: given.has("write"), delete: given.has("delete") };
  }
  throw new InvalidArgumentError(`Give some of ${all.join(", ")}, separated by commas.`);
};
const integer = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("A port is a number from 0 to 65535.");
};

/** A file is named from where the command is given, and found from anywhere later. */
const addressOrFile = (database: string) => (/^postgres(?:ql)?:/.test(database) ? database : resolve(database));

const KEYS_GIVEN = "Signed with the given keys by";
const KEYS_NOT_GIVEN = "The folder agrees with itself; give --key to know that these are the parties' own keys:";

type Checked = { store: { problems: string[] }; ledger: { ours: { ok: boolean }; theirs: { ok: boolean } } };

program
  .command("init")
  .description("make a data folder: keys, databases, three persons")
  .addOption(home())
  .requiredOption("--name <name>", "what the party is called")
  .requiredOption("--nation <code>", "ISO 3166-1 alpha-3, such as KOR")
  .requiredOption("--port <number>", "port of console and public site", integer)
  .option("--peer-port <number>", "port for the peer's node (default: port + 1000)", integer)
  .option("--host <name>", "name under which people reach this node")
  .option("--identity <file>", "the party as a STIX identity")
  .option("--mail <host:port>", "mail server for the newsletter")
  .option("--mail-from <address>", "sender of the newsletter")
  .option("--database <address>", "postgres://… without a password, or a file that holds it (default: SQLite files)")
  .option("--demonstration", "mark every page as demonstration data")
  .action(async (options) => {
    const { mail, mailFrom, identity, database, ...rest } = options;
    const [host = "", port = ""] = String(mail ?? "").split(":");
    const { initHome } = await import("../init-home.ts");
    const party = await initHome({
      ...rest,
      home: resolve(rest.home),
      ...(database ? { database: { engine: "postgresql" as const, address: addressOrFile(database) } } : {}),
      ...(identity ? { identity: JSON.parse(readFileSync(identity, "utf8")) } : {}),
      mail: mail ? { host, port: Number(port), from: mailFrom ?? `bulletin@${host}` } : null,
    });
    print(`${party.short} is ready: ${party.id}. Next: entente serve --home ${rest.home}`);
  });

program
  .command("serve")
  .description("run the node")
  .addOption(home())
  .action(async (options) => {
    const { startNode } = await import("../main.ts");
    const node = await startNode({ home: resolve(options.home) });
    const stop = () => node.close().then(() => process.exit(0));
    process.once("SIGTERM", stop).once("SIGINT", stop);
    print(`serving on port ${node.publicPort}, peers on port ${node.peerPort}`);
    process.send?.({ ready: true });
  });

program
  .command("sign-in")
  .description("make a one-time link (ten minutes) or a token file for a person")
  .addOption(home())
  .requiredOption("--as <function>", 'whose: "Analyst", "Releasing officer", "Second releasing officer"')
  .option("--token-file <file>", "write a token for --as of the other commands, instead of a link")
  .action(async ({ home: folder, as: person, tokenFile }) => {
    const answer = await ask<{ link?: string; token?: string }>(resolve(folder), "sign-in", {
      as: person,
      tokenFile: Boolean(tokenFile),
    });
    if (!tokenFile) return print(answer.link ?? "");
    writeFileSync(tokenFile, `${answer.token}\n`, { mode: 0o600 });
    print(`${tokenFile} acts as ${person} for thirty days; keep it secret.`);
  });

program
  .command("card")
  .description("print this node's card, for the ally")
  .addOption(home())
  .action(async (options) => {
    process.stdout.write((await ask<{ card: string }>(resolve(options.home), "card", {})).card);
  });

program
  .command("pair")
  .description("pair with the node whose card this is")
  .addOption(home())
  .argument("<card>", "file with the ally's card")
  .addOption(json())
  .action(async (card, options) => {
    const paired = await ask<{ party: string; short: string; fingerprint: string }>(resolve(options.home), "pair", {
      card: readFileSync(card, "utf8"),
    });
    print(options.json ? paired : `paired with ${paired.short} (${paired.party}), key ${paired.fingerprint}`);
  });

program
  .command("import")
  .description("bring in STIX objects or a list of indicators")
  .addOption(home())
  .requiredOption("--source <name>", "who supplied it; own = your own people")
  .requiredOption("--label <level>", `the label under which it is held: ${TLP_LEVELS.join(", ")}, none`, label)
  .option("--about <id>", "what the indicators of a list indicate")
  .addOption(as())
  .addOption(json())
  .argument("<files...>")
  .action(async (files: string[], options) => {
    for (const file of files) {
      const summary = await ask<{ refused: unknown[] }>(resolve(options.home), "import", {
        path: resolve(file),
        source: options.source,
        label: options.label === "none" ? null : options.label,
        about: options.about,
        ...tokenOf(options),
      });
      for (const fault of summary.refused) process.stderr.write(`refused: ${JSON.stringify(fault)}\n`);
      print(JSON.stringify({ ...summary, refused: summary.refused.length }));
    }
  });

program
  .command("reference-set")
  .description("state to the peer that everything from a source is a public catalogue which both hold")
  .addOption(home())
  .requiredOption("--source <name>")
  .requiredOption("--publisher <name>")
  .requiredOption("--name <name>")
  .requiredOption("--set-version <version>")
  .addOption(json())
  .action(async ({ home: folder, source, publisher, name, setVersion, json: asJson }) => {
    const set = await ask<{ count: number; subject: string }>(resolve(folder), "reference-set", {
      source,
      publisher,
      name,
      version: setVersion,
    });
    print(asJson ? set : `${set.count} objects, entry ${set.subject}`);
  });

program
  .command("list")
  .description("print the ids of what a source handed in")
  .addOption(home())
  .requiredOption("--source <name>", "own = your own people")
  .requiredOption("--type <type>", "such as indicator or report")
  .addOption(json())
  .action(async ({ home: folder, source, type, json: asJson }) => {
    const { ids } = await ask<{ ids: string[] }>(resolve(folder), "list", { source, type });
    print(asJson ? ids : ids.join("\n"));
  });

program
  .command("lookup")
  .description("say of each value whether it is known, and from whom")
  .addOption(home())
  .argument("<file>", "a file, or - for standard input")
  .addOption(json())
  .action(async (file, options) => {
    const text = file === "-" ? await textOf(process.stdin) : readFileSync(file, "utf8");
    const answer = await ask<LookupAnswer>(resolve(options.home), "lookup", { text });
    if (options.json) return print(answer);
    for (const { input, known, matches } of answer.rows)
      print(`${input}\t${known ? matches.map(({ from }) => from).join(", ") : "unknown"}`);
  });

program
  .command("search")
  .description("find objects by what they say: values, numbers, names, words; in sections by type")
  .addOption(home())
  .option("--type <types>", "such as indicator,malware; -relationship leaves one out")
  .option("--side <side>", "ours or theirs")
  .option("--source <sources>", "own, source:NAME or peer:ID")
  .option("--label <labels>", "TLP levels, or none")
  .option("--actor <ids>", "tied to these groups or actors")
  .option("--from <day>", "modified since: 2026-01-31, or 30d for the last thirty days")
  .option("--to <day>", "modified until")
  .option("--open <type>", "one section whole: its first hundred")
  .addOption(json())
  .argument("<text...>")
  .action(async (text: string[], { home: folder, json: asJson, ...filters }) => {
    const answer = await ask<SearchAnswer>(resolve(folder), "search", { ...filters, text: text.join(" ") });
    if (asJson) return print(answer);
    for (const { type, total, hits } of answer.sections) {
      print(`${type}: ${total.count}${total.more ? "+" : ""}`);
      for (const { id, title, by, from } of hits)
        print(`  ${[title, id, from, by.text ? `${by.kind} ${by.text}` : by.kind].join("\t")}`);
    }
    if (answer.sections.length === 0) process.stderr.write("Nothing was found.\n");
  });

program
  .command("get")
  .description("print one object as it was handed in: its exact bytes")
  .addOption(home())
  .addOption(json())
  .argument("<id>")
  .action(async (id, options) => {
    const held = await ask<{ json: string }>(resolve(options.home), "get", { id });
    print(options.json ? held : held.json);
  });

program
  .command("export")
  .description("print a STIX bundle of what is held, by source, type or id; each object in its newest version")
  .addOption(home())
  .option("--source <name>", "everything from this source (own = own people)")
  .option("--type <types...>", "only of these types")
  .option("--id <ids...>", "only these objects")
  .addOption(json())
  .action(async ({ home: folder, json: _, ...selection }) => {
    for (let after = 0; ; ) {
      const part = await ask<ExportedPart>(resolve(folder), "export", { ...selection, after });
      process.stdout.write(part.text);
      if (part.next === null) break;
      after = part.next;
    }
  });

program
  .command("release")
  .description("let objects go to a party, as the person of the token file")
  .addOption(home())
  .addOption(as())
  .requiredOption("--to <party>", "the peer's short name, or PUBLIC")
  .option("--reason <text>", "why; kept with the decision", "")
  .option("--source <name>", "everything from this source (own = own people)")
  .option("--all", "everything")
  .option("--dry-run", "only say what would go")
  .addOption(json())
  .argument("[ids...]")
  .action(async (ids: string[], options) => {
    const { to, reason, source, all, dryRun = false } = options;
    if (!dryRun && reason.trim() === "")
      throw new EntenteError({
        code: "input-invalid",
        message: "A release needs a reason.",
        remedy: "Give --reason TEXT.",
      });
    print(await ask(resolve(options.home), "release", { ids, to, reason, source, all, dryRun, ...tokenOf(options) }));
  });

program
  .command("approve")
  .description("approve a decision as its second person")
  .addOption(home())
  .addOption(as())
  .addOption(json())
  .argument("<decision>")
  .action(async (decision, options) => {
    print(await ask(resolve(options.home), "approve", { decision, ...tokenOf(options) }));
  });

const token = program.command("token").description("tokens with which own tools read and write holdings by TAXII");

token
  .command("create")
  .description("make a token for a tool; it is shown this once (HTTP Basic: user = name, password = token)")
  .addOption(home())
  .requiredOption("--name <name>", "what the tool signs in as")
  .requiredOption("--collection <collections...>", "such as holdings-red")
  .requiredOption("--rights <rights>", "read, write, delete, in any combination, separated by commas", rights)
  .option("--source <name>", "who supplies what the tool writes")
  .addOption(new Option("--label <level>", "the label under which it is held").argParser(label))
  .addOption(json())
  .action(async ({ home: folder, collection, json: asJson, ...input }) => {
    const made = await ask<{ token: string }>(resolve(folder), "token-create", { ...input, collections: collection });
    print(asJson ? made : made.token);
  });

token
  .command("list")
  .description("name the tokens, and what each may do")
  .addOption(home())
  .addOption(json())
  .action(async ({ home: folder, json: asJson }) => {
    const tokens = await ask<ListedToken[]>(resolve(folder), "token-list", {});
    const lines = tokens.map(({ name, collection, rights: can, source, label: under }) =>
      [name, collection, can, source ?? "-", under ?? "-"].join("\t"),
    );
    print(asJson ? tokens : lines.join("\n"));
  });

token
  .command("revoke")
  .description("end a token at once")
  .addOption(home())
  .requiredOption("--name <name>")
  .addOption(json())
  .action(async ({ home: folder, name, json: asJson }) => {
    await ask(resolve(folder), "token-revoke", { name });
    print(asJson ? { name, revoked: true } : `${name} is revoked.`);
  });

program
  .command("check")
  .description("compute every digest, reference, row, root and subject again")
  .addOption(home())
  .addOption(json())
  .action(async (options) => {
    const checked = await ask<Checked>(resolve(options.home), "check", {});
    print(checked);
    const { store, ledger } = checked;
    if (store.problems.length > 0 || !ledger.ours.ok || !ledger.theirs.ok) process.exitCode = 1;
  });

program
  .command("verify")
  .description("verify the folder of a signed text, without any node")
  .argument("<folder>")
  .option("--key <files...>", "the parties' keys, as their public pages show them: <party id>.pem")
  .addOption(json())
  .action((folder, { key = [], json: asJson }: { key?: string[]; json?: boolean }) => {
    const { findings, parties } = verifyAccordFolder(folder, key);
    if (asJson) print(findings);
    else for (const { file, message } of findings) print(`${file}: ${message}`);
    if (findings.length > 0) process.exitCode = 1;
    else if (!asJson) print(`Nothing is wrong. ${key.length > 0 ? KEYS_GIVEN : KEYS_NOT_GIVEN} ${parties.join(", ")}`);
  });

function tokenOf({ as: file }: { as?: string }): { token?: string } {
  return file === undefined ? {} : { token: readFileSync(file, "utf8") };
}

function print(answer: unknown): void {
  process.stdout.write(`${typeof answer === "string" ? answer : JSON.stringify(answer, null, 2)}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof EntenteError) || error.code === "internal") throw error;
  process.stderr.write(`${error.message}${error.remedy ? ` ${error.remedy}` : ""}\n`);
  for (const { path, message } of error.faults.slice(0, 20)) process.stderr.write(`  ${path}: ${message}\n`);
  process.exitCode = 1;
}
