export { TextPage } from "./text-page.tsx";
export { TextsPage } from "./texts-page.tsx";
