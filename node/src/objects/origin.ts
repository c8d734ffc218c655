/** Who handed an object to this node (release.md R7): our own people, a named source, a peer. */
export type Origin = "own" | `source:${string}` | `peer:${string}`;

export const OWN: Origin = "own";
export const fromSource = (name: string): Origin => `source:${name}`;
export const fromPeer = (party: string): Origin => `peer:${party}`;

/** The party id of a peer's origin, undefined for every other. */
export function peerOf(origin: string): string | undefined {
  return origin.startsWith("peer:") ? origin.slice(5) : undefined;
}

/** The name of a source's origin, undefined for every other. */
export function sourceOf(origin: string): string | undefined {
  return origin.startsWith("source:") ? origin.slice(7) : undefined;
}
