import { addPerson } from "./persons.ts";
import { makeSignInLink, signIn, signOut } from "./sign-in.ts";

export { addPerson } from "./persons.ts";
export { accountsRoutes, requirePerson } from "./routes.ts";
export { makeSignInLink, personOf, signIn } from "./sign-in.ts";

export const accountsCommands = [addPerson, makeSignInLink, signIn, signOut];
