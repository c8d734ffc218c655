import { objectsOfEnvelope } from "@entente/stix";
import { jsonAnswer, type TaxiiResponse } from "./answer.ts";
import { readBody, type Sent } from "./body.ts";
import type { Collection } from "./collection.ts";
import { TaxiiError } from "./error.ts";
import { statusResource } from "./status.ts";

type PostLimits = { readonly maxContentLength: number; readonly maxPostedObjects: number };

/** Takes in an envelope (TAXII 5.4): 202 with what became of each object, also when some or all of them failed. */
export async function addObjects(collection: Collection, sent: Sent, limits: PostLimits): Promise<TaxiiResponse> {
  const slices = slicesOf(await readBody(sent, limits.maxContentLength));
  if (slices.length > limits.maxPostedObjects) {
    throw new TaxiiError(
      "too-large",
      `At most ${limits.maxPostedObjects} objects are taken at once; send them in parts.`,
    );
  }
  const status = await collection.add?.(slices);
  if (status === undefined) throw new TaxiiError("internal", "The request failed on this side.");
  return jsonAnswer(statusResource(status), { status: 202 });
}

/** An envelope that cannot be read holds no objects that could fail by themselves: 400 for the whole. */
function slicesOf(body: Uint8Array) {
  const { slices } = read(body);
  if (slices.length > 0) return slices;
  throw new TaxiiError("envelope-invalid", 'The envelope has no "objects".');
}

function read(body: Uint8Array) {
  try {
    return objectsOfEnvelope(body);
  } catch (error) {
    const why = error instanceof Error ? error.message : "It cannot be read.";
    throw new TaxiiError("envelope-invalid", `The body is no TAXII envelope. ${why}`);
  }
}
