import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { type Deed, tell } from "./ask.ts";
import { client } from "./client.ts";
import type { Refusal } from "./refusal.ts";

/**
 * `const accept = useDeed<OutcomeView, { digest: string }>("POST", path)`, then `accept.mutate({ digest })`. Everything
 * on screen is asked again afterwards: one deed shows in several rooms.
 */
export function useDeed<Answer, Body>(deed: Deed, path: string): UseMutationResult<Answer, Refusal, Body> {
  return useMutation<Answer, Refusal, Body>({
    mutationFn: (body) => tell<Answer>(deed, path, body),
    onSettled: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "me" }),
  });
}
