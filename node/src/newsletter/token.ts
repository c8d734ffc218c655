import { hash } from "node:crypto";
import type { Random } from "#kernel/random";

/** What stands in a link, and what is kept of it. 256 random bits need no salt and no slow hash. */
export function newToken(random: Random): { token: string; tokenHash: string } {
  const token = Buffer.from(random.bytes(32)).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

/** Looked up by hash: how long the look-up takes tells nothing about the token. */
export function hashOf(token: string): string {
  return hash("sha256", token, "hex");
}
