import { Link } from "@tanstack/react-router";
import { useT } from "../languages/index.ts";
import { Bare } from "./bare.tsx";
import { useWindowTitle } from "./window-title.ts";

export function NotFound() {
  const t = useT();
  useWindowTitle(t("not-found.title"));
  return (
    <Bare>
      <h1>{t("not-found.title")}</h1>
      <p>{t("not-found.why")}</p>
      <p>
        <Link to="/">{t("room.overview")}</Link>
      </p>
    </Bare>
  );
}
