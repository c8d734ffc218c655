import { createHmac } from "node:crypto";
import { domainToASCII } from "node:url";

/** The characters of an unquoted local part (RFC 5321 4.1.2); quoted ones are refused, as almost everywhere. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const MAX_LENGTH = 254;

/** One mail address, its domain in ASCII and lower case; undefined for what is none. */
export function mailAddress(typed: string): string | undefined {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1)).toLowerCase()];
  const address = `${local}@${domain}`;
  const isOne = at > 0 && local.length <= 64 && address.length <= MAX_LENGTH;
  return isOne && LOCAL_PART.test(local) && DOMAIN.test(domain) ? address : undefined;
}

/** What a receipt keeps of an address that was erased: without the key nobody can try addresses against it. */
export function addressHash(key: Uint8Array, address: string): string {
  return createHmac("sha256", key).update(address.toLowerCase()).digest("hex");
}
