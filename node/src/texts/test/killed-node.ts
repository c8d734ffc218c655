import { signerOf } from "#peers";
import { openNode } from "../../open-node.ts";
import { createTexts } from "../texts.ts";
import { KEY_PAGES } from "./acts.ts";

// A node in a process of its own, to be killed: carries out and concludes what its data folder says.
const home = process.argv[2] ?? "";
const parts = await openNode({ home });
process.stdout.write("open\n");
await parts.releases.start();
await createTexts({ ...parts, signer: signerOf(parts), keyPages: () => KEY_PAGES }).start();
process.stdout.write("concluded\n");
