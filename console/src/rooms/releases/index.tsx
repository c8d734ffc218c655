export { ReleasePage } from "./release-page.tsx";
export { ReleasesPage } from "./releases-page.tsx";
