import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { Database } from "#database";
import type { Clock } from "#kernel/clock";
import type { Configuration } from "#kernel/configuration";
import { EntenteError } from "#kernel/errors";
import type { Outbound } from "#kernel/outbound";
import type { OwnParty } from "#objects";
import type { Releases } from "#release";
import type { Person } from "./api.ts";

/** The server that routes are added to: bodies, parameters and queries are validated by their TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What the parts of a node may use; built once, in main.ts. */
export type Parts = {
  readonly home: string;
  readonly configuration: Configuration;
  readonly ownParty: OwnParty;
  readonly database: Database;
  readonly releases: Releases;
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: (error: unknown) => void;
};

declare module "fastify" {
  interface FastifyContextConfig {
    /** Answers without a sign-in. */
    public?: boolean;
  }
  interface FastifyRequest {
    /** Set by accounts before any route under /api. */
    person: Person;
  }
}

/** Only a releasing officer may make something leave this node. @throws EntenteError "not-allowed" */
export function requireReleasingOfficer({ person }: Pick<FastifyRequest, "person">): Person {
  if (person.role === "releasing-officer") return person;
  throw new EntenteError({
    code: "not-allowed",
    message: "Only a releasing officer can do this.",
    remedy: "Ask one of the releasing officers of your node.",
  });
}
