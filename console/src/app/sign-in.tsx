import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { client, Refusal, tell } from "../api/index.ts";
import { useT } from "../languages/index.ts";
import { ProblemNote, Waiting } from "../parts/index.ts";
import { Bare } from "./bare.tsx";
import { SignedOut } from "./signed-out.tsx";
import { useWindowTitle } from "./window-title.ts";

/** The token of a sign-in link stands behind #, so that it reaches no log; it is taken out of the address at once. */
const token = takeToken();

function takeToken(): string {
  if (!location.pathname.endsWith("/sign-in")) return "";
  const found = location.hash.slice(1);
  if (found) history.replaceState(history.state, "", location.pathname);
  return found;
}

export function SignInPage() {
  const t = useT();
  const navigate = useNavigate();
  const used = useRef(false);
  const signIn = useMutation({
    mutationFn: () => tell("POST", "/api/sign-in", { token }),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: "/", replace: true });
    },
  });
  useWindowTitle(t("sign-in.title"));
  const { mutate } = signIn;
  useEffect(() => {
    // Once only: a second use of the same link would be refused.
    if (!token || used.current) return;
    used.current = true;
    mutate();
  }, [mutate]);

  if (!token) return <SignedOut />;
  if (!signIn.error) {
    return (
      <Bare>
        <Waiting>{t("sign-in.under-way")}</Waiting>
      </Bare>
    );
  }
  if (!(signIn.error instanceof Refusal)) {
    return (
      <Bare>
        <ProblemNote error={signIn.error} />
        <button type="button" className="primary" onClick={() => mutate()}>
          {t("sign-in.again")}
        </button>
      </Bare>
    );
  }
  return (
    <Bare>
      <h1>{t("sign-in.refused")}</h1>
      <p>{t("sign-in.refused.why")}</p>
      <p>{t("sign-in.how")}</p>
      <pre className="command">
        <code>entente sign-in</code>
      </pre>
    </Bare>
  );
}
