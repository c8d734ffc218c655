import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { readWanted } from "../rooms/search/wanted.ts";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";
import { SignInPage } from "./sign-in.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage });

/** Everything else stands in the shell, which asks first who we are. */
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const overview = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("../rooms/overview/index.tsx"), "OverviewPage"),
});
const sessions = createRoute({
  getParentRoute: () => shell,
  path: "/sessions",
  component: lazyRouteComponent(() => import("../rooms/sessions/index.tsx"), "MechanismPage"),
});
const session = createRoute({
  getParentRoute: () => shell,
  path: "/sessions/$id",
  component: lazyRouteComponent(() => import("../rooms/sessions/index.tsx"), "SessionPage"),
});
const threats = createRoute({
  getParentRoute: () => shell,
  path: "/threats",
  component: lazyRouteComponent(() => import("../rooms/threats/index.tsx"), "GroupsPage"),
});
const group = createRoute({
  getParentRoute: () => shell,
  path: "/threats/$id",
  component: lazyRouteComponent(() => import("../rooms/threats/index.tsx"), "GroupPage"),
});
const releases = createRoute({
  getParentRoute: () => shell,
  path: "/releases",
  validateSearch: (search: Record<string, unknown>): { ids?: string; to?: string } => search,
  component: lazyRouteComponent(() => import("../rooms/releases/index.tsx"), "ReleasesPage"),
});
const release = createRoute({
  getParentRoute: () => shell,
  path: "/releases/$id",
  component: lazyRouteComponent(() => import("../rooms/releases/index.tsx"), "ReleasePage"),
});
const exchange = createRoute({
  getParentRoute: () => shell,
  path: "/exchange",
  component: lazyRouteComponent(() => import("../rooms/exchange/index.tsx"), "ExchangePage"),
});
const texts = createRoute({
  getParentRoute: () => shell,
  path: "/texts",
  component: lazyRouteComponent(() => import("../rooms/texts/index.tsx"), "TextsPage"),
});
const text = createRoute({
  getParentRoute: () => shell,
  path: "/texts/$id",
  component: lazyRouteComponent(() => import("../rooms/texts/index.tsx"), "TextPage"),
});
const publicPage = createRoute({
  getParentRoute: () => shell,
  path: "/public-page",
  component: lazyRouteComponent(() => import("../rooms/public/index.tsx"), "PublicPage"),
});
const lookup = createRoute({
  getParentRoute: () => shell,
  path: "/lookup",
  component: lazyRouteComponent(() => import("../rooms/lookup/index.tsx"), "LookupPage"),
});
const search = createRoute({
  getParentRoute: () => shell,
  path: "/search",
  validateSearch: readWanted,
  component: lazyRouteComponent(() => import("../rooms/search/index.tsx"), "SearchPage"),
});
const object = createRoute({
  getParentRoute: () => shell,
  path: "/objects/$id",
  component: lazyRouteComponent(() => import("../rooms/object/index.tsx"), "ObjectPage"),
});

const routeTree = root.addChildren([
  signIn,
  shell.addChildren([
    overview,
    sessions,
    session,
    threats,
    group,
    releases,
    release,
    exchange,
    texts,
    text,
    publicPage,
    lookup,
    search,
    object,
  ]),
]);

export const router = createRouter({ routeTree, basepath: "/console", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
