import { command, type Database } from "#database";
import { EntenteError } from "#kernel/errors";
import type { Person } from "../http/api.ts";
import { newToken, tokenHash } from "./token.ts";
import "./tables.ts";

const LINK_MICROS = 10 * 60 * 1_000_000;
const SIGN_IN_MICROS = 12 * 3600 * 1_000_000;
const TOKEN_FILE_MICROS = 30 * 86_400 * 1_000_000;

/** Makes a one-time link's token for a person: ten minutes, once. */
export const makeSignInLink = command(
  "accounts",
  "makeSignInLink",
  async (tx, name: string, context): Promise<{ token: string }> => {
    const person = await tx.selectFrom("persons").select("person").where("function", "=", name).executeTakeFirst();
    if (!person) {
      const all = await tx.selectFrom("persons").select("function").orderBy("function").execute();
      throw new EntenteError({
        code: "input-invalid",
        message: `Nobody here has the function "${name}".`,
        remedy: `There are: ${all.map((one) => one.function).join(", ")}.`,
      });
    }
    const { token, tokenHash: token_hash } = newToken(context.random);
    const expires = context.clock.now() * 1000 + LINK_MICROS;
    await tx
      .insertInto("sign_in_links")
      .values({ token_hash, person: person.person, expires, used_at: null })
      .execute();
    return { token };
  },
);

export type SignIn = { readonly linkToken: string; readonly purpose: "console" | "command-line" };

/** Turns a link's token into a sign-in; the link is used up. @throws EntenteError "link-used" */
export const signIn = command(
  "accounts",
  "signIn",
  async (tx, { linkToken, purpose }: SignIn, context): Promise<{ token: string; person: Person }> => {
    const now = context.clock.now() * 1000;
    const link = await tx
      .updateTable("sign_in_links")
      .set({ used_at: now })
      .where("token_hash", "=", tokenHash(linkToken))
      .where("used_at", "is", null)
      .where("expires", ">", now)
      .returning("person")
      .executeTakeFirst();
    if (!link) {
      throw new EntenteError({
        code: "link-used",
        message: "This sign-in link was used already, or is older than ten minutes.",
        remedy: "Ask for another one: entente sign-in --home DIR --as FUNCTION.",
      });
    }
    const { token, tokenHash: token_hash } = newToken(context.random);
    const expires = now + (purpose === "console" ? SIGN_IN_MICROS : TOKEN_FILE_MICROS);
    const row = { token_hash, person: link.person, purpose, created_at: now, expires, ended_at: null };
    await tx.insertInto("sign_ins").values(row).execute();
    const person = await tx
      .selectFrom("persons")
      .selectAll()
      .where("person", "=", link.person)
      .executeTakeFirstOrThrow();
    return { token, person: { id: person.person, function: person.function, role: person.role } };
  },
);

/** Ends a sign-in at once. */
export const signOut = command("accounts", "signOut", async (tx, token: string, context): Promise<void> => {
  await tx
    .updateTable("sign_ins")
    .set({ ended_at: context.clock.now() * 1000 })
    .where("token_hash", "=", tokenHash(token))
    .execute();
});

/** Whose sign-in a token is; undefined for a wrong, ended or expired one. */
export async function personOf(
  { accounts }: Pick<Database, "accounts">,
  token: string,
  purpose: SignIn["purpose"],
  nowMs: number,
): Promise<Person | undefined> {
  const row = await accounts
    .selectFrom("sign_ins")
    .innerJoin("persons", "persons.person", "sign_ins.person")
    .select(["persons.person", "persons.function", "persons.role"])
    .where("sign_ins.token_hash", "=", tokenHash(token))
    .where("sign_ins.purpose", "=", purpose)
    .where("sign_ins.ended_at", "is", null)
    .where("sign_ins.expires", ">", nowMs * 1000)
    .executeTakeFirst();
  return row && { id: row.person, function: row.function, role: row.role };
}
