import { test } from "node:test";
import { cutPowerWhilePublishing, cutPowerWhileReleasing } from "../alliance/power-cut.ts";

const ROUNDS = 50;
const seed = Math.floor(Math.random() * 2 ** 31);

test(`the power fails ${ROUNDS} times during a release, seed ${seed}`, () => cutPowerWhileReleasing(ROUNDS, seed));
test(`the power fails ${ROUNDS} times during a publication, seed ${seed}`, () => cutPowerWhilePublishing(ROUNDS, seed));
