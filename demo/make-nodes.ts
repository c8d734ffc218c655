import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARTY_DEFINITION } from "@entente/stix";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "./conclusion.ts";
import { type DemoParty, KOREA, UNITED_STATES } from "./parties.ts";
import { entente } from "./processes.ts";

/** Makes both data folders and pairs the nodes by their cards, with the commands that an operator would use. */
export async function makeNodes(folder: string, mailPort: number): Promise<void> {
  const parties = [KOREA, UNITED_STATES];
  await Promise.all(parties.map((party) => makeNode(folder, party, mailPort)));
  const [korea = "", unitedStates = ""] = await Promise.all(parties.map((party) => writeCard(folder, party)));
  await Promise.all([
    entente("pair", "--home", homeOf(folder, KOREA), unitedStates),
    entente("pair", "--home", homeOf(folder, UNITED_STATES), korea),
  ]);
}

async function makeNode(folder: string, party: DemoParty, mailPort: number): Promise<void> {
  const setUp = join(folder, "set-up");
  mkdirSync(setUp, { recursive: true });
  const identity = join(setUp, `${party.short}.identity.json`);
  writeFileSync(identity, JSON.stringify(identityOf(party)));
  const home = homeOf(folder, party);
  await entente(
    ...["init", "--home", home, "--name", party.names.en, "--nation", party.nation, "--host", party.host],
    ...["--port", String(party.port), "--peer-port", String(party.peerPort), "--identity", identity, "--demonstration"],
    ...["--mail", `127.0.0.1:${mailPort}`, "--mail-from", `bulletin@${party.short.toLowerCase()}.example`],
  );
  // What the console offers as a first text; every word of it can be changed before it is recorded.
  const suggestions = { conclusion: SUGGESTED_CONCLUSION.text, disposition: SUGGESTED_DISPOSITION.text };
  writeFileSync(join(home, "suggestions.json"), JSON.stringify(suggestions));
}

async function writeCard(folder: string, party: DemoParty): Promise<string> {
  const file = join(folder, "set-up", `${party.short}.card`);
  writeFileSync(file, await entente("card", "--home", homeOf(folder, party)));
  return file;
}

function homeOf(folder: string, { short }: DemoParty): string {
  return join(folder, short.toLowerCase());
}

function identityOf({ id, short, names, unit }: DemoParty): object {
  const extension = { extension_type: "property-extension", names, short, unit };
  return { id, name: names.en, identity_class: "organization", extensions: { [PARTY_DEFINITION]: extension } };
}
