import { Type } from "typebox";
import type { App, Parts } from "#http";
import { type Edited, editObject, objectPage } from "#release";
import type { ObjectPage } from "../http/api.ts";
import { proofsOf } from "./proofs.ts";

const closed = { additionalProperties: false };
const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) }, closed);

export async function objectRoutes(app: App, { database, clock }: Parts): Promise<void> {
  const { objects } = database;

  app.get("/api/objects/:id", { schema: { params } }, async ({ params: { id } }): Promise<ObjectPage> => {
    return objectPage(objects, id, await proofsOf(objects, id, clock.now() * 1000));
  });

  app.post(
    "/api/objects/:id/versions",
    {
      schema: {
        params,
        body: Type.Object(
          {
            digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
            properties: Type.Record(Type.String({ pattern: "^[a-z_]{1,60}$" }), Type.Unknown(), {
              ...closed,
              minProperties: 1,
              maxProperties: 20,
            }),
          },
          closed,
        ),
      },
    },
    async ({ params: { id }, body: { digest, properties }, person }): Promise<Edited> =>
      database.write(editObject, { id, digest, author: person.id, properties }),
  );
}
