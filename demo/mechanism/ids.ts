// Fixed, so that a second start finds what the first one wrote, and tests can name each object.

export const BODY = {
  alliance: "entente-body--5484afe9-885c-4236-9a92-c968cced8eb4",
  consultation: "entente-body--21df2010-5a5e-4ab1-b351-8ece5636bf30",
  workingGroup: "entente-body--d2bf9ebe-6066-4644-b326-b63bbccb69d0",
} as const;

/** The sessions of the working group by number, from the first. */
export const WORKING_GROUP_SESSION = {
  1: "entente-session--801e40e9-314b-4bd9-babe-85814a486d98",
  2: "entente-session--51989616-1400-46a2-9ddb-3eef3c5eb2be",
  3: "entente-session--f9739713-e922-4310-b907-628f0c4cce5b",
  4: "entente-session--3dbe09c2-5fc2-4404-8eba-07655a4aaf00",
  5: "entente-session--24ef3c9f-6145-484b-861a-6e3a9d3c6ab1",
  6: "entente-session--4bd8d8b0-5a75-45ce-ba10-910a1e931e65",
  7: "entente-session--68dccd5d-229b-4a83-9462-087b45154f36",
  8: "entente-session--0ded1792-fda8-46ca-8897-c245b2c24248",
} as const;

export const EIGHTH_SESSION = WORKING_GROUP_SESSION[8];

/** The sessions of the consultation by year. */
export const CONSULTATION_SESSION = {
  2013: "entente-session--b45f3d61-2aab-4a71-a535-f2d41fbbb201",
  2022: "entente-session--bc94fbf7-2ddb-4e23-a1f5-8170911d184f",
  2023: "entente-session--d3f2b7c4-28f7-4c2a-a3a5-2991a01c3540",
} as const;

/** The agenda items of the eighth session. */
export const ITEM = {
  policies: "entente-agenda-item--b8b52565-44d2-4cc5-9e20-ee5d0b86cd3c",
  threats: "entente-agenda-item--34f6b0a1-c442-4b95-9439-ed86552dadf4",
  training: "entente-agenda-item--52bd8151-4e3b-4f2a-a58e-e8e4dfa16996",
} as const;

export const THREAD = {
  exercise: "entente-thread--e117dcf1-22e9-4801-aa2c-731f159c1eb6",
  sharedPicture: "entente-thread--7f60d6ab-eaa6-49c2-917c-38806e81173a",
} as const;

export const STRATEGY = {
  korea: "entente-strategy--6a0beeb2-485e-453a-9a45-78b5ac18cc74",
  unitedStates: "entente-strategy--0df85362-a828-4dcf-94fc-bfccaf587c58",
} as const;

export const EXERCISE = {
  betweenCommands: "entente-exercise-record--f080e66e-78d7-402f-b1c0-c3c1c1d23be4",
  cyberFlag: "entente-exercise-record--8bdd3991-f251-429f-831e-03456cafa59a",
} as const;

/** Facts that sources or parties may see differently. */
export const STATEMENT = {
  consultationSince1976: "entente-statement--eb1ae656-a197-4a8f-b847-d1d7ac8900c2",
  consultationSince1968: "entente-statement--a287b322-ef66-4027-92bb-6d5d9d331067",
  consultation2023Is48th: "entente-statement--af55aaf7-ba73-4e2a-a314-bc8b68f74f7b",
  consultation2023Is55th: "entente-statement--5b8614c5-da50-49e6-ab75-5fe4917a5932",
  fourthSessionInPerson: "entente-statement--6e1f0323-4e40-4f59-bc87-9bf7d719d857",
  fifthSessionRemote: "entente-statement--764015a8-cb69-46ed-9335-aca09eca4bf2",
  sixthSessionRemote: "entente-statement--cd4d8be2-1f1c-439c-9422-2b35e337f62f",
  seventhSessionRemote: "entente-statement--1ec7c810-90c3-4438-86b6-fbd4993bb4ca",
  arrangementEndorsed: "entente-statement--3dfda94a-efcb-4368-941a-940c04b36030",
  exerciseAgreed: "entente-statement--830012bc-5e7f-41cd-8a3b-9c57f6446bad",
  conclusionsExpected: "entente-statement--a5ea7cb1-606e-4617-973f-8a9d100de1c5",
} as const;

/** What the ministry's text on the eighth session reports, by its own numbers. */
export const REPORTED_OUTCOME = {
  1: "entente-statement--0fb3dc32-77dc-4d92-ab10-d254aa9a9def",
  2: "entente-statement--a7779d6f-ca2e-4e26-8c0d-3dc47e0896eb",
  3: "entente-statement--29de8f9f-609d-48bf-9b15-07f79ff4ea1e",
  4: "entente-statement--3a570d57-c76a-4f0a-9abc-a77d013dad20",
  5: "entente-statement--86019073-4e7f-4b36-bc2d-9642b5f04059",
  6: "entente-statement--b71dc453-eb22-4559-beaf-7796886b67d9",
} as const;

/** Each party's own statement on who stands behind a group. */
export const ATTRIBUTION = {
  korea: {
    kimsuky: "entente-statement--4663f43a-a620-4266-bda1-580a26d081fb",
    lazarus: "entente-statement--bca875a3-5b8c-44f0-816d-20d772234238",
    apt37: "entente-statement--1fc48d20-fc0b-4473-ad69-b7b430cdf1b2",
    konni: "entente-statement--ae42aa1f-123b-4c29-9108-95ea25693133",
  },
  unitedStates: {
    kimsuky: "entente-statement--74c3a22e-c2b1-4c63-ae8d-e3bb25972204",
    lazarus: "entente-statement--5501fc2a-114c-4520-8b82-c5fe32b86b16",
    apt38: "entente-statement--799532a5-ca01-463d-a5ef-4f53c9e7ec18",
    andariel: "entente-statement--b9220cb8-0738-4f1d-b8e7-f11341eac63f",
  },
} as const;

/** Each party's news of the three days, for its own public page. */
export const NEWS = {
  korea: {
    announced: "entente-news--b3de1723-81ad-494d-b891-fece4fdbbbee",
    opened: "entente-news--b1aab10d-9a02-4a27-aacd-a61db168ac44",
    results: "entente-news--0239a409-2bbf-49cd-9334-96eea52b7a1b",
  },
  unitedStates: {
    announced: "entente-news--a2dd1a81-c04e-485b-ad66-091526a21d86",
    opened: "entente-news--4dab4d57-a05b-4885-81ef-a6a6c1035f67",
    results: "entente-news--9dc945f9-eff3-434e-a503-07814f2bb58a",
  },
} as const;
