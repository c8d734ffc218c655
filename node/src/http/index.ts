export { type App, type Parts, requireReleasingOfficer } from "./app.ts";
export { objectRoutes } from "./object-routes.ts";
export { sendProblem } from "./problem.ts";
export { publicListener, type Routes, requireOwnOrigin } from "./public-listener.ts";
export { releaseRoutes } from "./release-routes.ts";
