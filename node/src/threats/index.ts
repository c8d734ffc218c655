export { type ImportRequest, type ImportSummary, importFile } from "./import-file.ts";
export { type LookUp, lookUp } from "./look-up.ts";
export { threatsRoutes } from "./routes.ts";
