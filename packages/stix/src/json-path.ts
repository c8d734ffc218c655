export type PathKey = string | number;

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** JSON path (RFC 9535) of a place given by its keys from the root: `["a", 0, "b-c"]` is `$.a[0]["b-c"]`. */
export function jsonPath(keys: readonly PathKey[]): string {
  return keys.reduce<string>((path, key) => path + step(key), "$");
}

/** The path of a child of `parent`. */
export function childPath(parent: string, key: PathKey): string {
  return parent + step(key);
}

function step(key: PathKey): string {
  if (typeof key === "number") return `[${key}]`;
  return PLAIN_NAME.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
