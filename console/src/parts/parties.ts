import type { Me, PartyName } from "@entente/node/api";
import { useQuery } from "@tanstack/react-query";
import { questions } from "../api/index.ts";

interface Parties {
  own: PartyName;
  peers: PartyName[];
  /** The ally of this node; the own party where it is paired with nobody. */
  peer: PartyName;
  demonstration: boolean;
  /** KOR, USA: of a party's id or short name; what is unknown is shown as it is. */
  short: (idOrShort: string) => string;
}

/** Who we are and with whom. Below the shell, `me` has always been answered. */
export function useParties(): Parties {
  const me = useMe();
  const { own, peers, demonstration } = me.node;
  return {
    own,
    peers,
    peer: peers[0] ?? own,
    demonstration,
    short: (party) => [own, ...peers].find((one) => one.id === party || one.short === party)?.short ?? party,
  };
}

export function useMe(): Me {
  const { data } = useQuery(questions.me());
  if (!data) throw new Error("useMe is for pages below the shell, which waits for the answer");
  return data;
}
