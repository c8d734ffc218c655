import { useT } from "../languages/index.ts";
import { Bare } from "./bare.tsx";
import { useWindowTitle } from "./window-title.ts";

/** Nobody signs in with a password here: a link is made on the machine of the node, for one person, once. */
export function SignedOut() {
  const t = useT();
  useWindowTitle(t("sign-in.title"));
  return (
    <Bare>
      <h1>{t("sign-in.title")}</h1>
      <p>{t("sign-in.how")}</p>
      <pre className="command">
        <code>entente sign-in</code>
      </pre>
      <p className="dim">{t("sign-in.once")}</p>
    </Bare>
  );
}
