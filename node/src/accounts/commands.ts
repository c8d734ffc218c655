import { addPerson } from "./persons.ts";
import { makeSignInLink, signIn, signOut } from "./sign-in.ts";

export const accountsCommands = [addPerson, makeSignInLink, signIn, signOut];
