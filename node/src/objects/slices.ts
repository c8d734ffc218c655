const AT_ONCE = 500;

/** A list in parts that fit one statement's parameters. */
export function slices<T>(all: readonly T[], size = AT_ONCE): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return parts;
}
