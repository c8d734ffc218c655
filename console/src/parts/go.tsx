import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** An address that the node gave: a page of the console opens in place, anything else is a plain link. */
export function Go({ href, children }: { href: string; children: ReactNode }) {
  if (/^\/(api|taxii2)\//.test(href) || !href.startsWith("/")) return <a href={href}>{children}</a>;
  return <Link to={href.replace(/^\/console(?=\/|$)/, "") || "/"}>{children}</Link>;
}
