import { constants } from "node:crypto";
import type { TLSSocket } from "node:tls";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import type { Parts } from "#http";
import { pinOf } from "./certificate.ts";
import type { NodeKeys } from "./keys.ts";
import { ledgerRoutes } from "./ledger-routes.ts";
import { partyByPin } from "./store.ts";
import { taxiiRoutes } from "./taxii-routes.ts";

type ListenerParts = Pick<Parts, "home" | "ownParty" | "database" | "clock" | "log"> & {
  readonly keys: NodeKeys;
  /** The caller that was proven asks us to pull now. */
  readonly onWake: (party: string) => void;
  /** The caller that was proven is there. */
  readonly onContact: (party: string) => void;
};

const MAX_CONNECTIONS = 200;

export type PeerApp = ReturnType<typeof serverFor>;

declare module "fastify" {
  interface FastifyRequest {
    /** Peer listener only: the party whose pinned key the connection was made with. */
    peerParty: string;
  }
}

/**
 * The listener for the allies' nodes. TLS 1.3 with client certificates; who calls is proven by the pinned public key, on
 * every request, so that a peer whose pin was removed is a stranger at once. A stranger gets 401 and nothing else.
 */
export async function peerListener(parts: ListenerParts): Promise<PeerApp> {
  const app = serverFor(parts.keys);
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.decorateRequest("peerParty", "");
  app.addHook("onRequest", async (request, reply) => {
    const pin = pinOfClient(request.raw.socket as TLSSocket);
    const party = pin && (await partyByPin(parts.database.objects, pin, parts.clock.now() * 1000));
    if (!party) return sendNothing(reply, 401);
    request.peerParty = party;
    parts.onContact(party);
  });
  app.setNotFoundHandler((_request, reply) => sendNothing(reply, 404));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 500) parts.log(error);
    return sendNothing(reply, statusCode);
  });
  await ledgerRoutes(app, parts);
  await taxiiRoutes(app, parts);
  return app;
}

function serverFor({ tls }: NodeKeys) {
  return fastify({
    https: {
      cert: tls.cert,
      key: tls.key,
      minVersion: "TLSv1.3",
      requestCert: true,
      // No authority vouches for a peer: the pin is checked instead, per request.
      rejectUnauthorized: false,
      // A resumed session would show the certificate from the ticket, without a new proof of its key.
      secureOptions: constants.SSL_OP_NO_TICKET,
      handshakeTimeout: 10_000,
    },
    bodyLimit: 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    clientErrorHandler: (_error, socket) => void socket.destroy(),
    frameworkErrors: (_error, _request, reply) => void sendNothing(reply as FastifyReply, 401),
    logger: false,
  }).withTypeProvider<TypeBoxTypeProvider>();
}

const pins = new WeakMap<TLSSocket, string>();

/** Hashing costs more than looking up: the hash is kept with its socket, the pin is looked up each time. */
function pinOfClient(socket: TLSSocket): string | undefined {
  const known = pins.get(socket);
  if (known) return known;
  const certificate = socket.getPeerX509Certificate?.();
  if (!certificate) return undefined;
  const pin = pinOf(certificate.publicKey);
  pins.set(socket, pin);
  return pin;
}

function sendNothing(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).send();
}
