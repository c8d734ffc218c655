import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type Socket } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * Catches the demonstration's mail: SMTP for the nodes and a page for people, on one port. An SMTP client waits for the
 * greeting, a browser speaks first: that tells them apart.
 */
const PORT = Number(process.argv[2] ?? 7003);
const WAIT_FOR_BROWSER_MS = 50;
const KEPT = 200;

type Caught = { readonly to: string; readonly subject: string; readonly text: string; readonly raw: string };
const caught: Caught[] = [];

const smtp = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  size: 1024 * 1024,
  onData: async (stream, session, done) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const { subject = "", text = "" } = await simpleParser(raw);
    const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
    caught.unshift({ to, subject, text, raw: raw.toString("utf8") });
    caught.splice(KEPT);
    done();
  },
});

const web = createHttpServer((request: IncomingMessage, response: ServerResponse) => {
  if (request.url === "/messages.json") {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(caught));
    return;
  }
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" };
  response.writeHead(200, headers).end(page());
});

createServer((socket: Socket) => {
  socket.on("error", () => socket.destroy());
  const timer = setTimeout(() => pass(smtp.server), WAIT_FOR_BROWSER_MS);
  const onReadable = () => pass(web);
  const pass = (server: { emit(event: "connection", socket: Socket): boolean }) => {
    clearTimeout(timer);
    socket.off("readable", onReadable);
    server.emit("connection", socket);
  };
  socket.once("readable", onReadable);
}).listen(PORT, "127.0.0.1", () => process.send?.({ ready: true }));

function page(): string {
  const messages = caught.map(
    ({ to, subject, text }) => `<article><h2>${escaped(subject)}</h2><p>to ${escaped(to)}</p>${linked(text)}</article>`,
  );
  const body = messages.join("") || "<p>No message yet. Subscribe on a public page.</p>";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail of the demonstration</title><h1>Mail of the demonstration</h1>${body}</html>`;
}

function linked(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => escaped(line).replace(/https?:\/\/\S+/g, (address) => `<a href="${address}">${address}</a>`));
  return `<p>${lines.join("<br>")}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
