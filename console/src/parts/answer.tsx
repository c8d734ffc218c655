import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useT } from "../languages/index.ts";
import { ProblemNote } from "./problem-note.tsx";

interface AnswerProps<Data, Key extends readonly unknown[]> {
  to: UseQueryOptions<Data, Error, Data, Key>;
  children: (data: Data) => ReactNode;
}

/** Shows the answer to a question of `api/questions.ts`; until it is there says so, and says what went wrong. */
export function Answer<Data, Key extends readonly unknown[]>({ to, children }: AnswerProps<Data, Key>) {
  const { data, error } = useQuery(to);
  if (data !== undefined) {
    return (
      <>
        {error && <ProblemNote error={error} />}
        {children(data)}
      </>
    );
  }
  return error ? <ProblemNote error={error} /> : <Waiting />;
}

/** Nothing to see yet; `aria-busy` says so to readers, and to whoever waits for the page. */
export function Waiting({ children }: { children?: ReactNode }) {
  const t = useT();
  return (
    <p className="waiting" role="status" aria-busy="true">
      {children ?? t("answer.waiting")}
    </p>
  );
}
