import { test } from "node:test";
import { cutPowerWhilePublishing, cutPowerWhileReleasing } from "./power-cut.ts";

const ROUNDS = 5;
const seed = Math.floor(Math.random() * 2 ** 31);

// The long run of fifty each is `npm run test:full`.
test(`the power fails ${ROUNDS} times during a release, seed ${seed}`, () => cutPowerWhileReleasing(ROUNDS, seed));
test(`the power fails ${ROUNDS} times during a publication, seed ${seed}`, () => cutPowerWhilePublishing(ROUNDS, seed));
