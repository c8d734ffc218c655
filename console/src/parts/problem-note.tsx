import { type ReactNode, useContext } from "react";
import { Refusal } from "../api/index.ts";
import { useMessage, useT } from "../languages/index.ts";
import { InPage } from "./page.tsx";
import { useReason } from "./reason.ts";

/** What went wrong, what is lost (nothing), and what to do. Null shows nothing. */
export function ProblemNote({ error }: { error: unknown }) {
  const t = useT();
  const message = useMessage();
  const reason = useReason();
  if (!error) return null;
  if (!(error instanceof Refusal)) {
    return (
      <div className="problem" role="alert">
        <Heading>{t("problem.unreachable")}</Heading>
        <p>{t("problem.unreachable.remedy")}</p>
      </div>
    );
  }
  const { title, detail, remedy, code, errors = [] } = error.problem;
  const [first, ...others] = errors;
  // A refused act names its reason as a message id; then our own words say it, and the node's are not needed.
  const why = first && others.length === 0 ? reason(first.message) : undefined;
  const isSaid = why !== undefined && why !== first?.message;
  return (
    <div className="problem" role="alert">
      <Heading>{message(`problem.${code}`) ?? title}</Heading>
      {isSaid ? (
        <p>{why}</p>
      ) : (
        <div lang="en">
          {detail && <p>{detail}</p>}
          {errors.length > 0 && (
            <ul>
              {errors.map(({ path, message: fault }) => (
                <li key={path + fault}>
                  <code>{path}</code> {fault}
                </li>
              ))}
            </ul>
          )}
          {remedy && <p>{remedy}</p>}
        </div>
      )}
      {!isSaid && !remedy && <p>{t("problem.nothing-changed")}</p>}
    </div>
  );
}

/** Where a page failed before it had a heading, the problem is the heading. */
function Heading({ children }: { children: ReactNode }) {
  if (!useContext(InPage)) return <h1>{children}</h1>;
  return (
    <p>
      <b>{children}</b>
    </p>
  );
}
