import { createTransport } from "nodemailer";
import type { Configuration } from "#kernel/configuration";
import type { Outbound } from "#kernel/outbound";

export type Message = {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its angle brackets; the same at every attempt, so that a reader's server can tell a repetition. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** `permanent`: the server has refused it for good (SMTP 5xx), so that trying again is of no use. */
export type Delivery =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly permanent: boolean; readonly reason: string };

export type Mailer = { send(message: Message): Promise<Delivery> };

const TIMEOUT_MS = 20_000;
const MAX_REASON = 300;

/** Mail by SMTP, through the one door outwards. undefined while no mail server is configured. */
export function createMailer(configuration: Pick<Configuration, "mail">, outbound: Outbound): Mailer | undefined {
  const { mail } = configuration;
  if (!mail) return undefined;
  const { host, port, from } = mail;
  const transport = createTransport({
    host,
    port,
    secure: false,
    // Where the server offers STARTTLS its certificate must be right. On this machine itself there is no line to tap.
    ignoreTLS: isThisMachine(host),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A message is what is handed over here: nothing is read from files or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options, callback) => {
      outbound.connect("mail", { host, port }).then(
        (connection) => callback(null, { connection }),
        (error: Error) => callback(error, undefined),
      );
    },
  });
  return {
    send: async ({ to, fromName, headers, ...content }) => {
      try {
        const sender = from.includes("<") ? from : { name: fromName, address: from };
        // As an object: a string would be parsed, and might name more than one recipient.
        await transport.sendMail({
          ...content,
          from: sender,
          to: { name: "", address: to },
          headers: prepared(headers),
        });
        return { accepted: true };
      } catch (error) {
        return { accepted: false, ...refusalOf(error) };
      }
    },
  };
}

/** Headers of our own making go out as they are: an encoded List-Unsubscribe would be none (RFC 8058 3.1). */
function prepared(headers: Message["headers"]) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

function refusalOf(error: unknown): { permanent: boolean; reason: string } {
  const { responseCode, message } = error as Error & { responseCode?: number };
  return {
    permanent: responseCode !== undefined && responseCode >= 500,
    reason: message.slice(0, MAX_REASON),
  };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "127.0.0.1" || host === "::1";
}
