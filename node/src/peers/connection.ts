import type { TaxiiAnswer } from "@entente/taxii";
import { Pool } from "undici";
import { EntenteError } from "#kernel/errors";
import type { Outbound } from "#kernel/outbound";
import { pinOf, type TlsIdentity } from "./certificate.ts";
import type { Peer } from "./store.ts";

export type Ask = { readonly headers?: Readonly<Record<string, string>>; readonly maxBytes: number };

/** Requests to one peer's node, over connections that are kept open; every one is to the pinned key. */
export type PeerConnection = {
  /** @throws EntenteError "peer-unavailable", "too-large" */
  get(pathAndQuery: string, ask: Ask): Promise<TaxiiAnswer>;
  /** Tells the peer that something is there. */
  wake(): Promise<void>;
  close(): Promise<void>;
};

const IDLE_MS = 600_000;
const ANSWER_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;

export function connectToPeer(peer: Peer, { outbound, tls }: { outbound: Outbound; tls: TlsIdentity }): PeerConnection {
  const { host, port } = peer;
  const pool = new Pool(`https://${host.includes(":") ? `[${host}]` : host}:${port}`, {
    // One for pages, one so that a hint never waits behind them.
    connections: 2,
    keepAliveTimeout: IDLE_MS,
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: BODY_TIMEOUT_MS,
    connect: (_options, callback) => {
      outbound
        .connectTls("peer", { host, port }, tls)
        .then((socket) => {
          const certificate = socket.getPeerX509Certificate();
          const pin = certificate && pinOf(certificate.publicKey);
          if (pin !== undefined && (pin === peer.tls_current || pin === peer.tls_next)) return callback(null, socket);
          socket.destroy();
          callback(notThePeer(peer), null);
        })
        .catch((error: Error) => callback(error, null));
    },
  });

  const ask = async (method: "GET" | "POST", path: string, { headers = {}, maxBytes }: Ask): Promise<TaxiiAnswer> => {
    try {
      const answer = await pool.request({ method, path, headers });
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (length > maxBytes) throw tooLarge(path, maxBytes);
        chunks.push(chunk);
      }
      return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
    } catch (error) {
      throw error instanceof EntenteError ? error : unavailable(`${host}:${port} did not answer.`, error);
    }
  };
  return {
    get: async (path, options) => {
      const answer = await ask("GET", path, options);
      if (answer.status === 401) throw stranger(peer);
      return answer;
    },
    wake: async () => {
      await ask("POST", "/entente/1/wake", { maxBytes: 1024 });
    },
    close: () => pool.destroy(),
  };
}

function notThePeer({ host, port }: Peer): EntenteError {
  return new EntenteError({
    code: "proof-failed",
    kind: "unproven",
    message: `Who answers at ${host}:${port} does not hold the key on the ally's card.`,
    remedy: "Ask the ally whether its node has a new key, and pair with its new card.",
  });
}

function stranger({ host, port }: Peer): EntenteError {
  return new EntenteError({
    code: "peer-unknown",
    message: `The ally's node at ${host}:${port} does not know this node.`,
    remedy: "Ask the ally to pair with this node's card: entente card --home DIR.",
  });
}

function tooLarge(path: string, maxBytes: number): EntenteError {
  return new EntenteError({
    code: "too-large",
    message: `The ally's answer to ${path.slice(0, 200)} is larger than ${maxBytes} bytes.`,
  });
}

function unavailable(message: string, cause: unknown): EntenteError {
  return new EntenteError({ code: "peer-unavailable", kind: "unavailable", message, cause });
}
