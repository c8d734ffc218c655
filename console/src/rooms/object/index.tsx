export { ObjectPage } from "./object-page.tsx";
