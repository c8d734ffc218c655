import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import type { Person, Role } from "../http/api.ts";
import "./tables.ts";

/** Adds a person by function (nobody is named); the same function again is the same person. */
export const addPerson = command(
  "accounts",
  "addPerson",
  async (tx, { function: name, role }: { function: string; role: Role }, context): Promise<Person> => {
    const held = await tx.selectFrom("persons").selectAll().where("function", "=", name).executeTakeFirst();
    if (held && held.role !== role) {
      throw new EntenteError({ code: "not-allowed", message: `"${name}" exists with the role ${held.role}.` });
    }
    const id = held?.person ?? context.random.uuid();
    if (!held) {
      await tx
        .insertInto("persons")
        .values({ person: id, function: name, role, created_at: context.clock.now() * 1000 })
        .execute();
    }
    return { id, function: name, role };
  },
);
