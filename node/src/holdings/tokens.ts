import { hash, timingSafeEqual } from "node:crypto";
import { TLP_LEVELS, type TlpLevel } from "@entente/stix";
import { command, type Database } from "#database";
import { EntenteError } from "#kernel/errors";
import { HOLDINGS, holdsUpTo, type Rights, type Tool } from "./model.ts";
import "./tables.ts";

export type NewToken = {
  readonly name: string;
  /** Aliases, such as `holdings-red`; the rights are the same in each. */
  readonly collections: readonly string[];
  readonly rights: Rights;
  /** Needed for the right to write: what the tool writes is admitted as this source, under this label. */
  readonly source?: string;
  readonly label?: TlpLevel | null;
};

/** No colon: HTTP Basic ends the user name there (RFC 7617). */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const SOURCE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._/&-]{0,79}$/u;

/** Makes a tool's token, shown once; only its SHA-256 is kept: 256 random bits need no salt and no slow hash. */
export const createToken = command(
  "accounts",
  "createToken",
  async (tx, input: NewToken, context): Promise<{ token: string }> => {
    const levels = checkedLevels(input);
    const { name, rights, source = null, label = null } = input;
    const held = await tx.selectFrom("tokens").select("name").where("name", "=", name).executeTakeFirst();
    if (held) throw invalid(`A token is called "${name}" already.`, "Give another name, or revoke that one first.");
    const token = Buffer.from(context.random.bytes(32)).toString("base64url");
    const created_at = context.clock.now() * 1000;
    await tx
      .insertInto("tokens")
      .values({ name, token_hash: hashOf(token), source, label, created_at })
      .execute();
    const can = { can_read: Number(rights.read), can_write: Number(rights.write), can_delete: Number(rights.delete) };
    await tx
      .insertInto("token_rights")
      .values(levels.map((collection) => ({ name, collection, ...can })))
      .execute();
    return { token };
  },
);

/** Ends a token at once, and frees its name. */
export const revokeToken = command("accounts", "revokeToken", async (tx, name: string): Promise<void> => {
  await tx.deleteFrom("token_rights").where("name", "=", name).execute();
  const { numDeletedRows } = await tx.deleteFrom("tokens").where("name", "=", name).executeTakeFirst();
  if (numDeletedRows === 0n) throw invalid(`No token is called "${name}".`, "`entente token list` names them.");
});

export type ListedToken = {
  readonly name: string;
  readonly collection: string;
  readonly rights: string;
  readonly source: string | null;
  readonly label: string | null;
};

/** All tokens, a row per collection; never the tokens themselves, which nobody has but their tools. */
export async function listTokens({ accounts }: Pick<Database, "accounts">): Promise<ListedToken[]> {
  const rows = await accounts
    .selectFrom("tokens")
    .innerJoin("token_rights", "token_rights.name", "tokens.name")
    .selectAll()
    .orderBy("tokens.name")
    .execute();
  return rows.map(({ name, collection, can_read, can_write, can_delete, source, label }) => ({
    name,
    collection: HOLDINGS.find(({ level }) => level === collection)?.alias ?? collection,
    rights: [can_read && "read", can_write && "write", can_delete && "delete"].filter(Boolean).join(","),
    source,
    label,
  }));
}

/** Whose token an Authorization header shows: HTTP Basic (user = name, password = token) or Bearer (RFC 6750). */
export async function toolOf(
  { accounts }: Pick<Database, "accounts">,
  authorization: string | undefined,
): Promise<Tool | undefined> {
  const shown = credentialsIn(authorization);
  if (!shown) return undefined;
  // Looked up by hash: how long the look-up takes tells nothing about the token.
  const rows = await accounts
    .selectFrom("tokens")
    .innerJoin("token_rights", "token_rights.name", "tokens.name")
    .selectAll()
    .where("tokens.token_hash", "=", hashOf(shown.token))
    .execute();
  const [first] = rows;
  if (!first || !isSame(shown.name ?? first.name, first.name)) return undefined;
  const { name, source, label } = first;
  const rights = rows.map(({ collection, can_read, can_write, can_delete }) => {
    const can: Rights = { read: can_read === 1, write: can_write === 1, delete: can_delete === 1 };
    return [collection, can] as const;
  });
  return { name, writesAs: source && label ? { source, label } : null, rights: new Map(rights) };
}

const MAX_AUTHORIZATION = 1000;

function credentialsIn(header: string | undefined): { name?: string; token: string } | undefined {
  if (header === undefined || header.length > MAX_AUTHORIZATION) return undefined;
  const [, scheme = "", value = ""] = /^(basic|bearer) +([\w.~+/=-]+)$/i.exec(header) ?? [];
  if (scheme.toLowerCase() === "bearer") return { token: value };
  const [, name, token] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, "base64").toString("utf8")) ?? [];
  return name === undefined || token === undefined ? undefined : { name, token };
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}

function hashOf(text: string): string {
  return hash("sha256", text, "hex");
}

function checkedLevels({ name, collections, rights, source, label }: NewToken): TlpLevel[] {
  if (!NAME.test(name)) throw invalid(`"${name.slice(0, 80)}" is no name of a token.`, "Give letters, digits, . _ -");
  const levels = [...new Set(collections)].map((alias) => {
    const found = HOLDINGS.find((collection) => collection.alias === alias);
    if (found) return found.level;
    const known = HOLDINGS.map((collection) => collection.alias).join(", ");
    throw invalid(`There is no collection "${alias.slice(0, 80)}".`, `There are: ${known}.`);
  });
  if (levels.length === 0) throw invalid("A token is for a collection.", "Name one, such as holdings-green.");
  if (!rights.read && !rights.write && !rights.delete) {
    throw invalid("A token without any right opens nothing.", "Give some of read, write, delete.");
  }
  if (rights.write) checkWriting(levels, source, label);
  return levels;
}

function checkWriting(levels: readonly TlpLevel[], source: string | undefined, label: TlpLevel | null | undefined) {
  // `own` is what our own people made; a tool is none of them.
  if (source === undefined || source === "own" || !SOURCE_NAME.test(source)) {
    throw invalid("A token that writes needs the name of a source.", "Give --source NAME; `own` is for people.");
  }
  if (!label || !TLP_LEVELS.includes(label)) {
    throw new EntenteError({
      code: "label-required",
      message: "A token that writes needs the label under which what it writes is held.",
      remedy: `Choose one: ${TLP_LEVELS.join(", ")}.`,
    });
  }
  const low = levels.find((level) => !holdsUpTo(level, label));
  if (low !== undefined) {
    throw invalid(
      `What is written under ${label} would not stand in the collection for ${low}.`,
      "Choose a lower label or a higher collection.",
    );
  }
}

function invalid(message: string, remedy: string): EntenteError {
  return new EntenteError({ code: "input-invalid", message, remedy });
}
