import { type ParsedMail, simpleParser } from "mailparser";
import { request } from "undici";
import { until } from "../../alliance/alliance.ts";
import { Visitor } from "../../alliance/visitor.ts";
import type { Stage } from "../stage.ts";

/** A mail that the process for mail has caught, read by a library that the nodes do not use. */
export type Mail = ParsedMail & { readonly links: readonly URL[] };

/** All mail to an address, oldest first. */
export async function mailTo({ mailPort }: Stage, address: string): Promise<Mail[]> {
  const { body } = await request(`http://127.0.0.1:${mailPort}/messages.json`);
  const caught = (await body.json()) as { to: string; raw: string }[];
  const raws = caught.filter(({ to }) => to === address).map(({ raw }) => raw);
  return Promise.all(
    raws.toReversed().map(async (raw) => {
      const mail = await simpleParser(raw);
      return { ...mail, links: linksIn(mail) };
    }),
  );
}

/** The mail to an address once there are so many. */
export function mailArrived(stage: Stage, address: string, count: number): Promise<Mail[]> {
  return until(
    () => mailTo(stage, address),
    (mails) => mails.length >= count,
    { timeoutMs: 20_000, everyMs: 100 },
  );
}

/** A header's value as it was sent. */
export function headerOf({ headerLines }: Mail, name: string): string {
  const { line = "" } = headerLines.find(({ key }) => key === name.toLowerCase()) ?? {};
  return line
    .slice(line.indexOf(":") + 1)
    .replace(/\s+/g, " ")
    .trim();
}

/** What a mail program's scanner does to everything that looks like an address: it opens it, both ways. */
export async function prefetch(stage: Stage, mails: readonly Mail[]): Promise<number> {
  const links = mails.flatMap((mail) => mail.links);
  for (const { host, pathname } of links) {
    const side = [stage.korea, stage.unitedStates].find((one) => `${one.host}:${one.port}` === host);
    if (!side) throw new Error(`a link leads elsewhere: ${host}`);
    const scanner = new Visitor(side);
    for (const method of ["HEAD", "GET"] as const) {
      const { status } = await scanner.ask(method, pathname);
      if (status !== 200) throw new Error(`${method} ${pathname}: ${status}`);
    }
  }
  return links.length;
}

function linksIn(mail: ParsedMail): URL[] {
  const leave = mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line ?? "";
  const found = `${mail.text} ${mail.html} ${leave}`.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
  return [...new Set(found)].map((link) => new URL(link));
}
