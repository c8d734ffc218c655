import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The reference set that both nodes agree on: the North Korean groups of ATT&CK 18.1 and what belongs to them (R8). */
export const REFERENCE_SET = {
  name: "ATT&CK 18.1: North Korean groups",
  file: new URL("data/attack-dprk.json.gz", import.meta.url),
} as const;

/** The eight groups that ATT&CK 18.1 attributes to North Korea, by ATT&CK's own number (not Higaisa, README of the data). */
export const GROUPS = {
  apt37: { number: "G0067", id: "intrusion-set--4a2ce82e-1a74-468a-a6fb-bbead541383c", name: "APT37" },
  apt38: { number: "G0082", id: "intrusion-set--00f67a77-86a4-4adf-be26-1a54fc713340", name: "APT38" },
  appleJeus: { number: "G1049", id: "intrusion-set--14225573-63b5-4e50-ba9a-5fdcaf6a7b4c", name: "AppleJeus" },
  andariel: { number: "G0138", id: "intrusion-set--39d6890e-7f23-4474-b8ef-e7b0343c5fc8", name: "Andariel" },
  contagiousInterview: {
    number: "G1052",
    id: "intrusion-set--46599a4a-77ee-4697-9474-2683b6464859",
    name: "Contagious Interview",
  },
  kimsuky: { number: "G0094", id: "intrusion-set--0ec2f388-bf0f-4b5c-97b1-fc736d26c25f", name: "Kimsuky" },
  lazarus: { number: "G0032", id: "intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a", name: "Lazarus Group" },
  moonstoneSleet: {
    number: "G1036",
    id: "intrusion-set--e6db1e55-b199-4b6b-8633-989345ee45e0",
    name: "Moonstone Sleet",
  },
} as const;

/** KONNI (S0356): in the set because a list and a report are about it, though none of the eight groups uses it in ATT&CK. */
export const KONNI = {
  number: "S0356",
  id: "malware--86b92f6c-9c05-4c51-b361-4c7bb13e21a1",
  name: "KONNI",
} as const;

/** The bundle's bytes, unpacked. */
export function referenceSetBundle(): Uint8Array {
  return gunzipSync(readFileSync(REFERENCE_SET.file));
}
