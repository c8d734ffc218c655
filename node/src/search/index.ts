export { searchProblems } from "./check-search.ts";
export { exportHits } from "./export-hits.ts";
export { createSearchIndex, fillIndex } from "./fill-index.ts";
export { type FilterInput, readFilters } from "./filters.ts";
export { searchRoutes } from "./routes.ts";
export { search } from "./search.ts";
