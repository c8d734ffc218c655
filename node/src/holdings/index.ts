export type { Rights } from "./model.ts";
export { holdingsRoutes } from "./routes.ts";
export { createToken, type ListedToken, listTokens, type NewToken, revokeToken } from "./tokens.ts";
