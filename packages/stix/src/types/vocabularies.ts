import { Type } from "typebox";

/** An open vocabulary: values that the standard suggests, and from which an object may depart (STIX 2.14). */
export type Vocabulary = { readonly name: string; readonly section: string; readonly values: readonly string[] };

/** A text for which the standard suggests values; the schema bears them, validation only warns. */
function vocabulary(name: string, section: string, values: string) {
  return Type.String({ section: "STIX 2.14", vocabulary: { name, section, values: values.split(" ") } });
}

export const accountType = vocabulary(
  "account-type-ov",
  "STIX 10.1",
  "facebook ldap nis openid radius skype tacacs twitter unix windows-local windows-domain",
);

export const attackMotivation = vocabulary(
  "attack-motivation-ov",
  "STIX 10.2",
  "accidental coercion dominance ideology notoriety organizational-gain personal-gain personal-satisfaction revenge unpredictable",
);

export const attackResourceLevel = vocabulary(
  "attack-resource-level-ov",
  "STIX 10.3",
  "individual club contest team organization government",
);

export const groupingContext = vocabulary(
  "grouping-context-ov",
  "STIX 10.5",
  "suspicious-activity malware-analysis unspecified",
);

/** Names, not values: the keys of a `hashes` dictionary. */
export const hashAlgorithms: Vocabulary = {
  name: "hash-algorithm-ov",
  section: "STIX 10.6",
  values: ["MD5", "SHA-1", "SHA-256", "SHA-512", "SHA3-256", "SHA3-512", "SSDEEP", "TLSH"],
};

export const identityClass = vocabulary(
  "identity-class-ov",
  "STIX 10.7",
  "individual group system organization class unknown",
);

export const implementationLanguage = vocabulary(
  "implementation-language-ov",
  "STIX 10.8",
  "applescript bash c c++ c# go java javascript lua objective-c perl php powershell python ruby scala swift typescript visual-basic x86-32 x86-64",
);

export const indicatorType = vocabulary(
  "indicator-type-ov",
  "STIX 10.9",
  "anomalous-activity anonymization benign compromised malicious-activity attribution unknown",
);

export const industrySector = vocabulary(
  "industry-sector-ov",
  "STIX 10.10",
  [
    "agriculture aerospace automotive chemical commercial communications construction defense education energy",
    "entertainment financial-services government emergency-services government-local government-national",
    "government-public-services government-regional healthcare hospitality-leisure infrastructure dams nuclear water",
    "insurance manufacturing mining non-profit pharmaceuticals retail technology telecommunications transportation",
    "utilities",
  ].join(" "),
);

export const infrastructureType = vocabulary(
  "infrastructure-type-ov",
  "STIX 10.11",
  "amplification anonymization botnet command-and-control exfiltration hosting-malware hosting-target-lists phishing reconnaissance staging unknown",
);

export const malwareResult = vocabulary("malware-result-ov", "STIX 10.12", "malicious suspicious benign unknown");

export const malwareCapability = vocabulary(
  "malware-capabilities-ov",
  "STIX 10.13",
  [
    "accesses-remote-machines anti-debugging anti-disassembly anti-emulation anti-memory-forensics anti-sandbox anti-vm",
    "captures-input-peripherals captures-output-peripherals captures-system-state-data cleans-traces-of-infection",
    "commits-fraud communicates-with-c2 compromises-data-availability compromises-data-integrity",
    "compromises-system-availability controls-local-machine degrades-security-software degrades-system-updates",
    "determines-c2-server emails-spam escalates-privileges evades-av exfiltrates-data fingerprints-host hides-artifacts",
    "hides-executing-code infects-files infects-remote-machines installs-other-components persists-after-system-reboot",
    "prevents-artifact-access prevents-artifact-deletion probes-network-environment self-modifies",
    "steals-authentication-credentials violates-system-operational-integrity",
  ].join(" "),
);

export const malwareType = vocabulary(
  "malware-type-ov",
  "STIX 10.14",
  [
    "adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware remote-access-trojan",
    "resource-exploitation rogue-security-software rootkit screen-capture spyware trojan unknown virus webshell wiper worm",
  ].join(" "),
);

export const patternType = vocabulary("pattern-type-ov", "STIX 10.18", "stix pcre sigma snort suricata yara");

export const processorArchitecture = vocabulary(
  "processor-architecture-ov",
  "STIX 10.19",
  "alpha arm ia-64 mips powerpc sparc x86 x86-64",
);

export const region = vocabulary(
  "region-ov",
  "STIX 10.20",
  [
    "africa eastern-africa middle-africa northern-africa southern-africa western-africa",
    "americas latin-america-caribbean south-america caribbean central-america northern-america",
    "asia central-asia eastern-asia southern-asia south-eastern-asia western-asia",
    "europe eastern-europe northern-europe southern-europe western-europe",
    "oceania antarctica australia-new-zealand melanesia micronesia polynesia",
  ].join(" "),
);

export const reportType = vocabulary(
  "report-type-ov",
  "STIX 10.21",
  "attack-pattern campaign identity indicator intrusion-set malware observed-data threat-actor threat-report tool vulnerability",
);

export const threatActorType = vocabulary(
  "threat-actor-type-ov",
  "STIX 10.22",
  "activist competitor crime-syndicate criminal hacker insider-accidental insider-disgruntled nation-state sensationalist spy terrorist unknown",
);

export const threatActorRole = vocabulary(
  "threat-actor-role-ov",
  "STIX 10.23",
  "agent director independent infrastructure-architect infrastructure-operator malware-author sponsor",
);

export const threatActorSophistication = vocabulary(
  "threat-actor-sophistication-ov",
  "STIX 10.24",
  "none minimal intermediate advanced expert innovator strategic",
);

export const toolType = vocabulary(
  "tool-type-ov",
  "STIX 10.25",
  "denial-of-service exploitation information-gathering network-capture credential-exploitation remote-access vulnerability-scanning unknown",
);

export const windowsPebinaryType = vocabulary("windows-pebinary-type-ov", "STIX 10.27", "dll exe sys");
