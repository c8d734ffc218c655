export { MechanismPage } from "./mechanism-page.tsx";
export { SessionPage } from "./session-page.tsx";
