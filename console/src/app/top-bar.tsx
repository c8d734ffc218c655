import { Link } from "@tanstack/react-router";
import { useT } from "../languages/index.ts";
import { Mark, useFunction, useMe, useParties } from "../parts/index.ts";
import { SearchField } from "../rooms/search/search-field.tsx";
import { Languages } from "./languages.tsx";
import { BrokenLink, LinkState } from "./link-state.tsx";
import { ROOMS } from "./rooms.ts";

export function TopBar() {
  const t = useT();
  const { own, nameOf } = useParties();
  const functionName = useFunction();
  const { person } = useMe();
  return (
    <header className="top">
      <div className="row1">
        <Link className="brand" to="/" title={t("room.overview")}>
          <Mark />
          Entente <small>{t("shell.node", { party: nameOf(own) })}</small>
        </Link>
        <SearchField />
        <LinkState />
        <Languages />
        <span className="who">{functionName(person.function)}</span>
      </div>
      <BrokenLink />
      <nav className="rooms" aria-label={t("shell.rooms")}>
        {ROOMS.map(({ to, name }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
            {t(name)}
          </Link>
        ))}
      </nav>
    </header>
  );
}
