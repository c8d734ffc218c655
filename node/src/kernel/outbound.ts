import { lookup } from "node:dns/promises";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import ipaddr from "ipaddr.js";
import { EntenteError } from "./errors.ts";

export type Purpose = "peer" | "mail";
export type Destination = { readonly host: string; readonly port: number };
/** The client's own certificate; whose key the server shows is checked by the caller, on the socket. */
export type ClientIdentity = { readonly cert: string; readonly key: string };

/** The only place that opens connections (architecture.md). A lint forbids sockets and fetch anywhere else. */
export type Outbound = {
  connect(purpose: Purpose, destination: Destination): Promise<Socket>;
  connectTls(purpose: Purpose, destination: Destination, identity: ClientIdentity): Promise<TLSSocket>;
  /** Every connection that was opened, newest last: what the test of the door reads. */
  readonly opened: readonly (Destination & { readonly purpose: Purpose })[];
};

type Options = {
  /** The destinations that each purpose may reach, asked at every connection: peers come and go. */
  readonly allowed: (purpose: Purpose) => readonly Destination[] | Promise<readonly Destination[]>;
  readonly privateAddresses: readonly string[];
};

const CONNECT_TIMEOUT_MS = 5_000;
const KEPT = 1_000;

export function createOutbound({ allowed, privateAddresses }: Options): Outbound {
  const opened: (Destination & { purpose: Purpose })[] = [];

  const addressFor = async (purpose: Purpose, { host, port }: Destination): Promise<string> => {
    const isAllowed = (await allowed(purpose)).some((known) => known.host === host && known.port === port);
    if (!isAllowed) throw refused(`${host}:${port} is no address that this node may reach for ${purpose}.`);
    // Resolved once, and connected to that very address: a name must not change its meaning in between.
    const address = isIP(host) ? host : await resolve(host);
    if (!isPublicAddress(address) && !privateAddresses.includes(host) && !privateAddresses.includes(address)) {
      throw refused(`${host} leads to the private address ${address}, which no operator has allowed.`);
    }
    opened.push({ purpose, host, port });
    if (opened.length > KEPT) opened.shift();
    return address;
  };

  return {
    opened,
    connect: async (purpose, destination) => {
      const address = await addressFor(purpose, destination);
      return connected(connectPlain({ host: address, port: destination.port }), "connect", destination);
    },
    connectTls: async (purpose, destination, { cert, key }) => {
      const host = await addressFor(purpose, destination);
      const options = { host, port: destination.port, cert, key, minVersion: "TLSv1.3" as const };
      // Authority is the pinned public key, which the caller checks; no certificate authority vouches for a peer.
      const socket = connectTls({ ...options, rejectUnauthorized: false, servername: "" });
      return connected(socket, "secureConnect", destination);
    },
  };
}

async function resolve(host: string): Promise<string> {
  // *.localhost is loopback by RFC 6761, whether the system's resolver knows it or not.
  if (host === "localhost" || host.endsWith(".localhost")) return "127.0.0.1";
  try {
    return (await lookup(host)).address;
  } catch (cause) {
    throw unavailable(`${host} has no address.`, cause);
  }
}

/** RFC 1918, loopback, link-local, unique local and other special ranges are not public. */
function isPublicAddress(address: string): boolean {
  return ipaddr.process(address).range() === "unicast";
}

function connected<S extends Socket>(socket: S, event: string, { host, port }: Destination): Promise<S> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: Error) => {
      socket.destroy();
      reject(unavailable(`${host}:${port} cannot be reached.`, cause));
    };
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => fail(new Error("timed out")));
    socket.once("error", fail);
    socket.once(event, () => {
      socket.setTimeout(0);
      socket.removeListener("error", fail);
      resolve(socket);
    });
  });
}

function refused(message: string): EntenteError {
  return new EntenteError({
    code: "outbound-refused",
    message,
    remedy: "An operator can allow it in configuration.json (privateAddresses), or pair the peer.",
  });
}

function unavailable(message: string, cause: unknown): EntenteError {
  return new EntenteError({ code: "peer-unavailable", kind: "unavailable", message, cause });
}

/** A socket of this machine's file system (the command line to its own node); undefined when nobody listens there. */
export function connectLocal(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connectPlain(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}
