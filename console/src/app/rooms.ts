import type { Key } from "../languages/index.ts";

/** The rooms in the order of the bar, each with the key that follows `g`. */
export const ROOMS = [
  { to: "/", name: "room.overview", key: "o" },
  { to: "/threats", name: "room.threats", key: "t" },
  { to: "/sessions", name: "room.sessions", key: "s" },
  { to: "/texts", name: "room.texts", key: "x" },
  { to: "/releases", name: "room.releases", key: "r" },
  { to: "/lookup", name: "room.lookup", key: "l" },
  { to: "/public-page", name: "room.public", key: "p" },
  { to: "/exchange", name: "room.exchange", key: "e" },
] as const satisfies { to: string; name: Key; key: string }[];
