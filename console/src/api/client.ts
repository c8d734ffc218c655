import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Refusal } from "./refusal.ts";

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // A session that ended while working: ask who we are again, and the shell shows how to sign in.
      if (error instanceof Refusal && error.signedOut && query.queryKey[0] !== "me") {
        void client.invalidateQueries({ queryKey: ["me"] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      // What changes is announced by /api/events; between announcements an answer stays good.
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
    },
  },
});
