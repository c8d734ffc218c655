import { randomUUID } from "node:crypto";
import { ententeExtensions, type JsonObject, millisecondTimestamp, TLP_MARKING } from "@entente/stix";
import { headsOfType, objectOf } from "#objects";
import { partyNames, signerOf as signerOfParts } from "#peers";
import { PUBLIC } from "#release";
import { JOINT_TEXT, PARAGRAPHS } from "../../../../demo/joint-text.ts";
import { KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import type { JointTextPage } from "../../http/api.ts";
import { acceptParagraphs } from "../accept-paragraphs.ts";
import { editParagraph } from "../edit-paragraph.ts";
import { noSuchText } from "../impossible.ts";
import { jointTextPage } from "../joint-text-page.ts";
import { ownKey, peerKeys } from "../party-keys.ts";
import { publishText } from "../publish-text.ts";
import { readJointText } from "../read-joint-text.ts";
import { signText } from "../sign-text.ts";
import { tableText } from "../table-text.ts";
import { createTexts } from "../texts.ts";
import { admit, type TestNode } from "./two-nodes.ts";

// The acts of people at the nodes of the tests, each as its route calls it.

export const KEY_PAGES = [KOREA, UNITED_STATES].map(({ id, names, host, port }) => ({
  party: id,
  name: names.en,
  address: `http://${host}:${port}/keys`,
}));
export const inSeconds = (seconds: number) => millisecondTimestamp(Date.now() + seconds * 1000);
export const signerOf = ({ parts }: TestNode) => signerOfParts(parts);
export const keysOf = async (node: TestNode) => [
  ownKey(signerOf(node)),
  ...(await peerKeys(node.parts.database.objects)),
];

/** The demonstration's draft under a symbol and ids of its own. */
export async function draft(node: TestNode, symbol: string, more: object = {}): Promise<string> {
  const id = `entente-joint-text--${randomUUID()}`;
  const now = millisecondTimestamp(Date.now());
  const common = (type: "entente-joint-text" | "entente-paragraph") => ({
    type,
    spec_version: "2.1",
    created_by_ref: node.party.id,
    created: now,
    modified: now,
    object_marking_refs: [TLP_MARKING.green],
    extensions: ententeExtensions(type),
  });
  const paragraphs = PARAGRAPHS.map(({ paragraph }) => paragraph);
  const text = { ...common("entente-joint-text"), id, ...structuredClone(JOINT_TEXT), symbol, paragraphs, ...more };
  const revisions = PARAGRAPHS.map(({ paragraph, texts }) => ({
    ...common("entente-paragraph"),
    id: `entente-paragraph--${randomUUID()}`,
    joint_text_ref: id,
    paragraph,
    texts: { ...texts },
  }));
  await admit(node, "own", [text as unknown as JsonObject, ...revisions]);
  return id;
}

async function acting(node: TestNode, id: string, person = node.first) {
  return { id, person, keys: await keysOf(node) };
}
const rulesOf = ({ parts }: TestNode) => parts.releases.rules;

export async function pageAt(node: TestNode, id: string, person = node.first): Promise<JointTextPage> {
  const db = node.parts.database.objects;
  const text = await readJointText(db, id, await keysOf(node));
  if (!text) throw noSuchText();
  return jointTextPage(db, text, { person, names: await partyNames(db), rules: rulesOf(node), nowMs: Date.now() });
}

export async function edit(
  node: TestNode,
  id: string,
  place: number,
  texts: { readonly en: string; readonly ko: string },
  person = node.analyst,
): Promise<void> {
  const { paragraph = "", digest = null } = (await pageAt(node, id)).paragraphs[place] ?? {};
  const input = { ...(await acting(node, id, person)), paragraph, digest, texts };
  await node.parts.database.write(editParagraph(rulesOf(node)), input);
}

export async function table(node: TestNode, id: string, person = node.first): Promise<void> {
  await node.parts.database.write(tableText(rulesOf(node)), await acting(node, id, person));
}

/** Accepts what the page shows, or what it has shown before. */
export async function accept(node: TestNode, id: string, seen?: readonly string[]): Promise<void> {
  const digests = seen ?? (await pageAt(node, id)).paragraphs.map(({ digest }) => digest);
  await node.parts.database.write(acceptParagraphs(rulesOf(node)), { ...(await acting(node, id)), digests });
}

export async function sign(node: TestNode, id: string, seen?: string, { signer = signerOf(node) } = {}): Promise<void> {
  const manifest = seen ?? (await pageAt(node, id)).manifest?.sha256 ?? "";
  const { database } = node.parts;
  await signText({ database, rules: rulesOf(node), signer }, { ...(await acting(node, id)), manifest });
}

export async function publish(
  node: TestNode,
  id: string,
  instant: string,
  person = node.second,
  leadMs = 0,
): Promise<void> {
  const manifest = (await pageAt(node, id)).manifest?.sha256 ?? "";
  const publication = { ...(await acting(node, id, person)), manifest, instant, leadMs, askedAtMs: Date.now() };
  await publishText({ database: node.parts.database, rules: rulesOf(node), signer: signerOf(node) }, publication);
}

export function watcher(node: TestNode) {
  return createTexts({ ...node.parts, signer: signerOf(node), keyPages: () => KEY_PAGES });
}

export async function accordsAt({ parts }: TestNode, symbol: string) {
  const accords = await headsOfType(parts.database.objects, "entente-accord");
  return accords.filter((accord) => objectOf(accord).symbol === symbol);
}

/** The types of all that the public can see. */
export async function publicTypes({ parts }: TestNode): Promise<Set<string>> {
  const rows = await parts.database.objects.selectFrom("views").select("type").where("party", "=", PUBLIC).execute();
  return new Set(rows.map(({ type }) => type));
}
