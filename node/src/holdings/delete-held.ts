import type { TlpLevel } from "@entente/stix";
import type { DeleteRequest } from "@entente/taxii";
import { command } from "#database";
import { inVersions } from "./read-page.ts";
import "./tables.ts";

type Deletion = DeleteRequest & { readonly collection: TlpLevel };

/** Closes the rows of an object's versions in one collection; the versions stay stored. @returns whether there were any */
export const deleteHeld = command(
  "objects",
  "deleteHeld",
  async (tx, { collection, id, versions }: Deletion, context): Promise<boolean> => {
    // Selected first: while rows are being closed, another one would become the last.
    const rows = await tx
      .selectFrom("holdings")
      .select("date_added")
      .where("collection", "=", collection)
      .where("id", "=", id)
      .where("closed_at", "is", null)
      .where(inVersions({ versions }))
      .execute();
    if (rows.length === 0) return false;
    await tx
      .updateTable("holdings")
      .set({ closed_at: context.clock.now() * 1000 })
      .where("collection", "=", collection)
      .where(
        "date_added",
        "in",
        rows.map(({ date_added }) => date_added),
      )
      .execute();
    return true;
  },
);
