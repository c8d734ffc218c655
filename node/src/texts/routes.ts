import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { type App, type Parts, requireReleasingOfficer } from "#http";
import { partyNames } from "#peers";
import type { JointTextLine, JointTextPage, Person } from "../http/api.ts";
import { acceptParagraphs } from "./accept-paragraphs.ts";
import { editParagraph } from "./edit-paragraph.ts";
import { noSuchText } from "./impossible.ts";
import { LEAD_MS } from "./instant.ts";
import { jointTextPage } from "./joint-text-page.ts";
import { jointTexts } from "./joint-texts.ts";
import { ownKey, peerKeys } from "./party-keys.ts";
import { publishText } from "./publish-text.ts";
import { readJointText } from "./read-joint-text.ts";
import { signText } from "./sign-text.ts";
import type { PartySigner } from "./signer.ts";
import { tableText } from "./table-text.ts";

export type TextsRoutesParts = Parts & {
  readonly signer: PartySigner;
  /** How far ahead the instant must lie when the first side signs it. Only a test says less than a minute. */
  readonly publicationLeadMs?: number;
};

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const params = Type.Object({ id: Type.String({ pattern: `^entente-joint-text--${UUID}$` }) });
const paragraphParams = Type.Object({ ...params.properties, paragraph: Type.String({ pattern: `^${UUID}$` }) });
const closed = { additionalProperties: false };
const paragraphBody = Type.Object(
  {
    digest: Type.Union([sha256, Type.Null()]),
    texts: Type.Record(Type.String({ pattern: "^[A-Za-z0-9-]{2,35}$" }), Type.String({ maxLength: 20_000 }), {
      ...closed,
      maxProperties: 20,
    }),
  },
  closed,
);
const acceptBody = Type.Object({ digests: Type.Array(sha256, { minItems: 1, maxItems: 500 }) }, closed);
const signBody = Type.Object({ manifest: sha256 }, closed);
const publishBody = Type.Object({ manifest: sha256, instant: Type.String({ maxLength: 40 }) }, closed);

/** The texts part of the console's answers (http/api.ts). Every act answers with the page as it stands afterwards. */
export async function textsRoutes(app: App, parts: TextsRoutesParts): Promise<void> {
  const { database, releases, clock, signer, publicationLeadMs: leadMs = LEAD_MS } = parts;
  const { rules } = releases;
  const own = ownKey(signer);
  const keys = async () => [own, ...(await peerKeys(database.objects))];

  const page = async (id: string, person: Person): Promise<JointTextPage> => {
    const text = await readJointText(database.objects, id, await keys());
    if (!text) throw noSuchText();
    const names = await partyNames(database.objects);
    return jointTextPage(database.objects, text, { person, names, rules, leadMs, nowMs: clock.now() });
  };
  const acting = async ({ params, person }: Pick<FastifyRequest, "person"> & { params: { id: string } }) => ({
    id: params.id,
    person,
    keys: await keys(),
  });

  app.get("/api/texts", async (): Promise<JointTextLine[]> => jointTexts(database.objects));

  app.get("/api/texts/:id", { schema: { params } }, ({ params: { id }, person }) => page(id, person));

  app.put(
    "/api/texts/:id/paragraphs/:paragraph",
    { schema: { params: paragraphParams, body: paragraphBody } },
    async (request) => {
      const { paragraph } = request.params;
      await database.write(editParagraph(rules), { ...(await acting(request)), paragraph, ...request.body });
      return page(request.params.id, request.person);
    },
  );

  app.post("/api/texts/:id/table", { schema: { params } }, async (request) => {
    requireReleasingOfficer(request);
    await database.write(tableText(rules), await acting(request));
    return page(request.params.id, request.person);
  });

  app.post("/api/texts/:id/accept", { schema: { params, body: acceptBody } }, async (request) => {
    requireReleasingOfficer(request);
    await database.write(acceptParagraphs(rules), { ...(await acting(request)), ...request.body });
    return page(request.params.id, request.person);
  });

  app.post("/api/texts/:id/sign", { schema: { params, body: signBody } }, async (request) => {
    requireReleasingOfficer(request);
    await signText({ database, rules, signer }, { ...(await acting(request)), ...request.body });
    return page(request.params.id, request.person);
  });

  app.post("/api/texts/:id/publish", { schema: { params, body: publishBody } }, async (request) => {
    requireReleasingOfficer(request);
    const publication = { ...(await acting(request)), ...request.body, askedAtMs: clock.now(), leadMs };
    await publishText({ database, rules, signer }, publication);
    return page(request.params.id, request.person);
  });
}
