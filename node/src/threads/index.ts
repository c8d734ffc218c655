export { readThread } from "./read-thread.ts";
export { threadsRoutes } from "./routes.ts";
