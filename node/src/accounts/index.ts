export { addPerson } from "./persons.ts";
export { accountsRoutes, requirePerson } from "./routes.ts";
export { makeSignInLink, personOf, signIn } from "./sign-in.ts";
