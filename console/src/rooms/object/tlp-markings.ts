import type { TlpLevel } from "@entente/node/api";

/** The marking definitions of both generations of TLP: recognised by id, never by name. */
const LEVEL_OF: Readonly<Record<string, TlpLevel>> = {
  "94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
  "613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
  "bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
  "34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
  "55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
  "f88d31f6-486f-44da-b317-01333bde0b82": "amber",
  "939a9414-2ddd-4d32-a0cd-375ea402b003": "amber+strict",
  "e828b379-4e03-4974-9ac4-e53a884c97c1": "red",
  "5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
};

/** The TLP level of a marking's id, undefined where it is none of TLP's. */
export function tlpOfMarking(id: string): TlpLevel | undefined {
  return id.startsWith("marking-definition--") ? LEVEL_OF[id.slice("marking-definition--".length)] : undefined;
}
