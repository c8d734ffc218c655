export { type ImportRequest, type ImportSummary, importFile } from "./import-file.ts";
export { type LookUp, lookUp } from "./look-up.ts";
export { observableMeant } from "./observable-meant.ts";
export { readValue, type Value } from "./read-value.ts";
export { refanged } from "./refang.ts";
export { threatsRoutes } from "./routes.ts";
