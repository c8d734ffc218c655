import type { Me, PartyName } from "@entente/node/api";
import { useQuery } from "@tanstack/react-query";
import { questions } from "../api/index.ts";
import { useLanguage, useMessage } from "../languages/index.ts";
import { pick } from "./pick.ts";

interface Parties {
  own: PartyName;
  peers: PartyName[];
  /** The ally of this node; the own party where it is paired with nobody. */
  peer: PartyName;
  demonstration: boolean;
  /** A party's full name in the language of the interface, else as its card writes it. */
  nameOf: (party: PartyName) => string;
  /** KOR, USA: of a party's id or short name; what is unknown is shown as it is. */
  short: (idOrShort: string) => string;
}

/** Who we are and with whom. Below the shell, `me` has always been answered. */
export function useParties(): Parties {
  const { own, peers, demonstration } = useMe().node;
  const language = useLanguage();
  return {
    own,
    peers,
    peer: peers[0] ?? own,
    demonstration,
    nameOf: ({ name, names }) => (names && pick(names, language)?.text) ?? name,
    short: (party) => [own, ...peers].find((one) => one.id === party || one.short === party)?.short ?? party,
  };
}

/** A person is named by function, which the operator writes; the usual ones are said in the reader's language. */
export function useFunction(): (written: string) => string {
  const message = useMessage();
  return (written) => message(`function.${written.toLowerCase().replaceAll(" ", "-")}`) ?? written;
}

export function useMe(): Me {
  const { data } = useQuery(questions.me());
  if (!data) throw new Error("useMe is for pages below the shell, which waits for the answer");
  return data;
}
