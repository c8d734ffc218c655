export { ask, tell } from "./ask.ts";
export { client } from "./client.ts";
export { useDeed } from "./deed.ts";
export { useArrived, useEvents } from "./events.ts";
export { questions } from "./questions.ts";
export { Refusal } from "./refusal.ts";
