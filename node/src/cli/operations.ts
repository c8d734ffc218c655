import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { TlpLevel } from "@entente/stix";
import { makeSignInLink, personOf, signIn } from "#accounts";
import { createToken, listTokens, type NewToken, revokeToken } from "#holdings";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { fromSource, headOf, type Origin, OWN } from "#objects";
import { checkLedger, ownCard, pairWithCard, partyNames } from "#peers";
import { nameReferenceSet, PUBLIC, parties, peerParties, seenDigest, stateReferenceSet } from "#release";
import { type FilterInput, fillIndex, readFilters, search } from "#search";
import { importFile, lookUp } from "#threats";
import type { Person } from "../http/api.ts";
import { checkStore } from "./check-store.ts";
import { type BundleSelection, exportBundle } from "./export-bundle.ts";

type SignInInput = { readonly as: string; readonly tokenFile: boolean };
type ImportInput = {
  readonly path: string;
  readonly source: string;
  readonly label: TlpLevel | null;
  readonly about?: string;
  readonly token?: string;
};
type SearchInput = FilterInput & { readonly text: string; readonly open?: string };
type Selection = { readonly ids: readonly string[]; readonly source?: string; readonly all?: boolean };
type ReleaseInput = Selection & {
  readonly to: string;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly token?: string;
};
type SetInput = {
  readonly source: string;
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
};

/** What the command line can ask of a node, whether it serves or not. */
const OPERATIONS = {
  "sign-in": async ({ database, configuration }: Parts, { as, tokenFile }: SignInInput) => {
    const { token } = await database.write(makeSignInLink, as);
    if (!tokenFile) return { link: `${configuration.public.address}/console/sign-in#${token}` };
    return database.write(signIn, { linkToken: token, purpose: "command-line" });
  },
  import: async (parts: Parts, { path, source, label, about, token }: ImportInput) => {
    const person = token === undefined ? undefined : await personOfToken(parts, token);
    const bytes = readFileSync(path);
    return importFile(parts, { source, label, name: basename(path), bytes, about, author: person?.id ?? null });
  },
  list: async ({ database }: Parts, { source, type }: { source: string; type: string }) => {
    const heads = database.objects.selectFrom("heads").select("id").where("type", "=", type).orderBy("version_id");
    return { ids: (await heads.where("origin", "=", originOf(source)).execute()).map(({ id }) => id) };
  },
  lookup: async (parts: Parts, { text }: { text: string }) =>
    lookUp(parts, { text, names: await partyNames(parts.database.objects), person: null }),
  search: async ({ database, clock, ownParty }: Parts, { text, open, ...filters }: SearchInput) => {
    await fillIndex(database);
    const names = await partyNames(database.objects);
    return search(database.objects, {
      text,
      open,
      filters: readFilters(filters, clock.now()),
      names,
      own: ownParty.short,
    });
  },
  get: async ({ database }: Parts, { id }: { id: string }) => {
    const head = await headOf(database.objects, id);
    if (!head) throw new EntenteError({ code: "object-unknown", message: "No object of this id is held here." });
    return {
      json: Buffer.from(head.bytes).toString("utf8"),
      digest: head.digest,
      origin: head.origin,
      label: head.label,
    };
  },
  export: async ({ database }: Parts, selection: BundleSelection) => exportBundle(database.objects, selection),
  card: async (parts: Parts) => ({ card: await ownCard(parts) }),
  pair: (parts: Parts, { card }: { card: string }) => pairWithCard(parts, card),
  "reference-set": async ({ database }: Parts, input: SetInput) => {
    const set = await database.write(nameReferenceSet, input);
    for (const { party } of await peerParties(database.objects)) {
      await database.write(stateReferenceSet, { subject: set.subject, party });
    }
    return set;
  },
  release: async (parts: Parts, input: ReleaseInput) => {
    const person = await officerOfToken(parts, input.token);
    const party = await partyOf(parts, input.to);
    const ids = await selected(parts, input);
    const evaluation = await parts.releases.dryRun({ party, ids });
    const answers = evaluation.judgements.map(({ candidate, answer, reasons }) => ({
      id: candidate.id,
      title: candidate.title,
      answer,
      reasons: reasons.map(({ rule, code }) => `${rule}: ${code}`),
    }));
    if (input.dryRun) return { dryRun: true, needsSecondPerson: evaluation.needsSecondPerson, answers };
    const seen = seenDigest(evaluation);
    return parts.releases.decide({ party, ids, reason: input.reason, first: person, seen });
  },
  approve: async (parts: Parts, { decision, token }: { decision: string; token?: string }) => {
    await parts.releases.approve({ decision, second: await officerOfToken(parts, token) });
    return { decision, approved: true };
  },
  "token-create": ({ database }: Parts, input: NewToken) => database.write(createToken, input),
  "token-list": ({ database }: Parts) => listTokens(database),
  "token-revoke": ({ database }: Parts, { name }: { name: string }) => database.write(revokeToken, name),
  check: async (parts: Parts) => ({
    store: await checkStore(parts.database.objects),
    ledger: await checkLedger(parts.database.objects),
  }),
};

export type OperationName = keyof typeof OPERATIONS;

/** Carries out one operation. What it may do depends on the person whose token comes with it. */
export async function perform(parts: Parts, name: OperationName, input: unknown): Promise<unknown> {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw new EntenteError({ code: "input-invalid", message: `There is no operation "${name}".` });
  return (operation as (parts: Parts, input: unknown) => Promise<unknown>)(parts, input);
}

async function personOfToken({ database, clock }: Parts, token: string): Promise<Person> {
  const person = await personOf(database, token.trim(), "command-line", clock.now());
  if (person) return person;
  throw new EntenteError({
    code: "not-signed-in",
    message: "The token file opens nothing: it is of another node, or has expired.",
    remedy: "Make another one: entente sign-in --home DIR --as FUNCTION --token-file FILE.",
  });
}

/** Without a token the person is the machine's administrator, who can't release (architecture.md). */
async function officerOfToken(parts: Parts, token: string | undefined): Promise<Person> {
  const person = token === undefined ? undefined : await personOfToken(parts, token);
  if (person?.role === "releasing-officer") return person;
  throw new EntenteError({
    code: "not-allowed",
    message: person ? `${person.function} is no releasing officer.` : "The machine's administrator cannot release.",
    remedy: "Give the token file of a releasing officer with --as FILE.",
  });
}

async function partyOf({ database }: Parts, to: string): Promise<string> {
  const known = await parties(database.objects);
  const found = known.find(({ party, short }) => to === party || to.toUpperCase() === short);
  if (found) return found.party;
  throw new EntenteError({
    code: "peer-unknown",
    message: `No party is called "${to}" here.`,
    remedy: `There are: ${known.map(({ short }) => short).join(", ") || PUBLIC}.`,
  });
}

async function selected({ database }: Parts, { ids, source, all }: Selection): Promise<readonly string[]> {
  if (!all && source === undefined) return ids;
  let query = database.objects.selectFrom("heads").select("id").orderBy("version_id");
  if (source !== undefined) query = query.where("origin", "=", originOf(source));
  return (await query.execute()).map(({ id }) => id);
}

function originOf(source: string): Origin {
  return source === "own" ? OWN : fromSource(source);
}
