import { hash } from "node:crypto";
import type { Random } from "#kernel/random";

/** A secret that a person holds, and what we keep of it. 256 random bits need no salt and no slow hash. */
export function newToken(random: Random): { token: string; tokenHash: string } {
  const token = Buffer.from(random.bytes(32)).toString("base64url");
  return { token, tokenHash: tokenHash(token) };
}

/** Looked up by hash: how long the look-up takes tells nothing about the token. */
export function tokenHash(token: string): string {
  return hash("sha256", token, "hex");
}
