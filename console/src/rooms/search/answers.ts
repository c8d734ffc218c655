import type { SearchAnswer } from "@entente/node/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask } from "../../api/index.ts";
import { queryOf, type Wanted } from "./wanted.ts";

/** What was found stays on screen until the next answer is there. */
export const searched = (wanted: Wanted) =>
  queryOptions({
    queryKey: ["search", queryOf(wanted)],
    queryFn: ({ signal }) => ask<SearchAnswer>(`/api/search?${queryOf(wanted)}`, signal),
    placeholderData: keepPreviousData,
  });

/** One section whole, page after page. */
export const opened = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ["search", "whole", queryOf(wanted)],
    queryFn: ({ signal, pageParam }) =>
      ask<SearchAnswer>(`/api/search?${queryOf(wanted, pageParam ? { cursor: pageParam } : {})}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ sections }) => sections[0]?.cursor ?? undefined,
  });
