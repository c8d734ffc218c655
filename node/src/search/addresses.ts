import ipaddr from "ipaddr.js";

/** All addresses from one to another, as 16 bytes each: IPv4 in the form that IPv6 gives it (RFC 4291 2.5.5.2). */
export type AddressRange = { readonly first: Buffer; readonly last: Buffer; readonly isSingle: boolean };

const MAPPED = Buffer.from("00000000000000000000ffff", "hex");

/** Reads a normalised address or range; undefined when it is none. */
export function addressRange(value: string): AddressRange | undefined {
  const [text = "", written] = value.split("/");
  const isPlain = ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.IPv6.isValid(text));
  if (!isPlain || (written !== undefined && !/^\d{1,3}$/.test(written))) return undefined;
  const address = ipaddr.process(text);
  const bits = address.kind() === "ipv4" ? 32 : 128;
  const prefix = written === undefined ? bits : Number(written);
  if (prefix > bits) return undefined;
  const bytes = Buffer.from(address.toByteArray());
  const whole = bits === 32 ? Buffer.concat([MAPPED, bytes]) : bytes;
  const fixed = prefix + (bits === 32 ? 96 : 0);
  return { first: masked(whole, fixed, 0x00), last: masked(whole, fixed, 0xff), isSingle: prefix === bits };
}

/** The bits after the first `fixed` ones all set, or all cleared. */
function masked(bytes: Buffer, fixed: number, filler: 0x00 | 0xff): Buffer {
  return Buffer.from(
    bytes.map((byte, index) => {
      const free = Math.min(8, Math.max(0, (index + 1) * 8 - fixed));
      const mask = (1 << free) - 1;
      return (byte & ~mask) | (filler & mask);
    }),
  );
}

/** The ranges around an address or range, smallest first, as they are written. */
export function rangesAround(value: string): string[] {
  const [text = "", written] = value.split("/");
  const range = addressRange(value);
  if (!range) return [];
  const isIPv4 = ipaddr.process(text).kind() === "ipv4";
  const bits = isIPv4 ? 32 : 128;
  const prefix = written === undefined ? bits : Number(written);
  return Array.from({ length: prefix }, (_, index) => {
    const shorter = prefix - 1 - index;
    const { first } = addressRange(`${text}/${shorter}`) ?? range;
    const base = isIPv4 ? [...first.subarray(12)].join(".") : ipaddr.fromByteArray([...first]).toString();
    return `${base}/${shorter}`;
  });
}
