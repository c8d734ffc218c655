import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useT } from "../languages/index.ts";
import { Mark, useMe, useParties } from "../parts/index.ts";
import { Languages } from "./languages.tsx";
import { BrokenLink, LinkState } from "./link-state.tsx";
import { ROOMS } from "./rooms.ts";

export function TopBar() {
  const t = useT();
  const { own } = useParties();
  const { person } = useMe();
  return (
    <header className="top">
      <div className="row1">
        <Link className="brand" to="/" title={t("room.overview")}>
          <Mark />
          Entente <small>{t("shell.node", { party: own.name })}</small>
        </Link>
        <Search />
        <LinkState />
        <Languages />
        <span className="who">{person.function}</span>
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

function Search() {
  const t = useT();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = field.current?.value.trim();
          // Behind #, so that what is looked up stands in no server's log of addresses.
          if (wanted) void navigate({ to: "/lookup", hash: encodeURIComponent(wanted) });
        }}
      >
        <input ref={field} id="search" type="search" aria-label={t("shell.search")} placeholder={t("shell.search")} />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
