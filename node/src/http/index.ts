export { type App, type Parts, requireReleasingOfficer } from "./app.ts";
export { problemFor, sendProblem } from "./problem.ts";
export { publicListener, type Routes, requireOwnOrigin } from "./public-listener.ts";
