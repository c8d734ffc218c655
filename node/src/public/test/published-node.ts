import { hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AccordText,
  actNote,
  folderOf,
  generateSigningKey,
  type Manifest,
  manifestSha256,
  manifestText,
  signAct,
  textOf,
} from "@entente/notes";
import { ententeExtensions, type JsonObject, PARTY_DEFINITION, TLP_MARKING } from "@entente/stix";
import { type App, type Parts, publicListener } from "#http";
import type { Configuration } from "#kernel/configuration";
import { newsletterRoutes } from "#newsletter";
import { admitObjects, fromPeer, OWN, readOwnObject } from "#objects";
import { publicRoutes } from "#public";
import { PUBLIC } from "#release";
import { JOINT_TEXT, PARAGRAPHS } from "../../../../demo/joint-text.ts";
import { groundworkOfKorea, objectsOfUnitedStates, statementsOfKorea } from "../../../../demo/mechanism/index.ts";
import { KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import { initHome } from "../../init-home.ts";
import { type OpenNode, openNode } from "../../open-node.ts";

const WRITER = new URL("writer-thread.ts", import.meta.url);
const AT = "2023-05-10T01:00:00.000Z";
const keys = { korea: generateSigningKey(), unitedStates: generateSigningKey() };
const firstPerson = { id: "p1", function: "Releasing officer" };
const secondPerson = { id: "p2", function: "Second releasing officer" };

/** A node of Korea as far as the public meets it: real folder, databases, release rule, listener. */
export type PublishedNode = {
  readonly parts: OpenNode;
  readonly app: App;
  readonly faults: unknown[];
  /** Admits objects and releases them to the public, by two persons. */
  publish(objects: readonly JsonObject[], author?: string): Promise<void>;
  admit(objects: readonly JsonObject[], author?: string): Promise<void>;
  close(): Promise<void>;
};

/** Makes the folder of a node of Korea. */
export async function initPublished(home: string, mail: Configuration["mail"] = null): Promise<void> {
  const { names, short, unit } = KOREA;
  const extension = { extension_type: "property-extension", names, short, unit };
  const identity = { id: KOREA.id, name: names.en, extensions: { [PARTY_DEFINITION]: extension } };
  const database = await testDatabase();
  await initHome({ home, name: names.en, nation: "KOR", port: 0, mail, identity, demonstration: true, database });
}

/** Opens such a folder; without one, it is made, and removed when the node is closed. */
export async function publishedNode({ home }: { readonly home?: string } = {}): Promise<PublishedNode> {
  const folder = home ?? mkdtempSync(join(tmpdir(), "entente-public-"));
  if (!home) await initPublished(folder);
  const faults: unknown[] = [];
  const parts = await openNode({ home: folder, writer: WRITER, log: (error) => faults.push(error) });
  await parts.releases.start();
  const app = await publicListener(parts, {
    identify: async () => {},
    routes: [(server) => publicRoutes(server, publicParts(parts)), (server) => newsletterRoutes(server, parts)],
  });
  const admit = async (objects: readonly JsonObject[], author: string = KOREA.id) => {
    const origin = author === KOREA.id ? OWN : fromPeer(author);
    const read = objects.map((object) => ({ object: readOwnObject(object), assigned: [] }));
    await parts.database.write(admitObjects, { origin, author: null, objects: read });
  };
  return {
    parts,
    app,
    faults,
    admit,
    publish: async (objects, author) => {
      await admit(objects, author);
      const ids = objects.map(({ id }) => String(id));
      await parts.releases.decide({ party: PUBLIC, ids, reason: "test", first: firstPerson, second: secondPerson });
      await released(parts);
    },
    close: async () => {
      await app.close();
      await parts.releases.stop();
      await parts.close();
      if (!home) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function publicParts(parts: Parts) {
  const pages = [KOREA, UNITED_STATES].map(({ id, names, short }) => ({
    party: id,
    name: names.en,
    address: `http://${short.toLowerCase()}.example/en/keys`,
  }));
  const keyOf = async (party: string) => (party === KOREA.id ? keys.korea : keys.unitedStates).publicKey;
  return { ...parts, keyOf, keyPages: () => pages };
}

/** Waits until the runner has carried out every decision. */
async function released({ database }: OpenNode): Promise<void> {
  for (let tried = 0; tried < 400; tried += 1) {
    const open = await database.objects
      .selectFrom("decisions")
      .select("decision")
      .where("state", "=", "running")
      .executeTakeFirst();
    if (!open) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("the releases were not carried out");
}

/** The demonstration's history, written by both parties, public at Korea's node. */
export async function publishHistory(node: PublishedNode): Promise<void> {
  const korea = { author: KOREA.id, at: AT };
  const isPublic = ({ field }: JsonObject) => field !== "attribution";
  const { names, short, unit } = UNITED_STATES;
  const identity: JsonObject = {
    type: "identity",
    spec_version: "2.1",
    id: UNITED_STATES.id,
    created: AT,
    modified: AT,
    name: names.en,
    identity_class: "organization",
    object_marking_refs: [TLP_MARKING.clear],
    extensions: { [PARTY_DEFINITION]: { extension_type: "property-extension", names, short, unit } },
  };
  await node.publish(groundworkOfKorea(korea));
  const theirs = objectsOfUnitedStates({ author: UNITED_STATES.id, at: AT });
  const news = ({ type }: JsonObject) => type !== "entente-news";
  await node.publish([identity, ...theirs.filter(isPublic).filter(news)], UNITED_STATES.id);
  await node.publish(statementsOfKorea(korea).filter(isPublic));
}

/** The demonstration's communiqué as both would have signed it, with a sentence of the test's own. */
export function signedAccord({ published = AT, sentence = "", symbol = JOINT_TEXT.symbol as string } = {}): JsonObject {
  const texts: AccordText[] = JOINT_TEXT.languages.map(({ language }) => ({
    language,
    copy: "single",
    text: textOf([...PARAGRAPHS.map((one) => one.texts[language]), ...(sentence ? [sentence] : [])]),
  }));
  const manifest: Manifest = {
    symbol,
    kind: JOINT_TEXT.kind,
    parties: [KOREA.id, UNITED_STATES.id].sort() as [string, string],
    precedence: JOINT_TEXT.precedence,
    texts: texts.map(({ language, copy, text }) => ({
      language,
      status: "authentic",
      copy,
      sha256: hash("sha256", text, "hex"),
    })),
    basis: JOINT_TEXT.session_ref,
  };
  const digest = manifestSha256(manifestText(manifest));
  const acts = [{ name: "sign" } as const, { name: "publish", instant: published } as const].map((act) =>
    actNote(act, digest, [
      signAct(act, digest, KOREA.id, keys.korea.privateKey),
      signAct(act, digest, UNITED_STATES.id, keys.unitedStates.privateKey),
    ]),
  );
  const folder = folderOf({
    texts,
    manifest,
    acts,
    keys: [
      { party: KOREA.id, publicKey: keys.korea.publicKey },
      { party: UNITED_STATES.id, publicKey: keys.unitedStates.publicKey },
    ],
    verifyDocuments: {
      keyPages: [KOREA, UNITED_STATES].map(({ id, names }) => ({
        party: id,
        name: names.en,
        address: "http://x.example/",
      })),
    },
  });
  return {
    type: "entente-accord",
    spec_version: "2.1",
    id: `entente-accord--${crypto.randomUUID()}`,
    created_by_ref: KOREA.id,
    created: AT,
    modified: AT,
    object_marking_refs: [TLP_MARKING.clear],
    extensions: ententeExtensions("entente-accord"),
    symbol,
    kind: JOINT_TEXT.kind,
    title: { ...JOINT_TEXT.title },
    session_ref: JOINT_TEXT.session_ref,
    party_refs: [...manifest.parties],
    manifest_digest: digest,
    published,
    files: folder.map(({ name, bytes }) => ({
      // As the node's own accords name them: no party id inside a longer text (R8).
      name: manifest.parties.reduce((short, party, index) => short.replace(party, `party-${index + 1}`), name),
      sha256: hash("sha256", bytes, "hex"),
      data: Buffer.from(bytes).toString("base64"),
    })),
  };
}
