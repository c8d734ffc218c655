import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { EntenteError, type ErrorCode } from "#kernel/errors";
import type { Problem } from "./api.ts";

/** The only place where HTTP statuses of refusals stand (RFC 9457). */
const STATUS: Partial<Record<ErrorCode, number>> = {
  "input-invalid": 400,
  "object-invalid": 422,
  "object-unknown": 404,
  "not-found": 404,
  "version-conflict": 409,
  "edited-meanwhile": 409,
  "not-signed-in": 401,
  "not-allowed": 403,
  "link-used": 401,
  "origin-mismatch": 403,
  "host-unknown": 421,
  "too-many-requests": 429,
  "too-large": 413,
  "decision-unknown": 404,
  "decision-void": 409,
  "second-person-refused": 403,
  "dry-run-outdated": 409,
  "act-impossible": 409,
  "peer-unavailable": 503,
  internal: 500,
};

export function statusOf(error: EntenteError): number {
  return STATUS[error.code] ?? (error.kind === "unavailable" ? 503 : 422);
}

export function problemOf(error: EntenteError): Problem {
  const { code, message, remedy, faults } = error;
  return {
    type: `/docs/errors#${code}`,
    title: code,
    status: statusOf(error),
    detail: message,
    code,
    ...(remedy === undefined ? {} : { remedy }),
    ...(faults.length === 0 ? {} : { errors: faults.map(({ path, message: detail }) => ({ path, message: detail })) }),
  };
}

/** Turns whatever was thrown into a problem document; a bug is a plain 500 that says nothing. */
export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemFor(error, request);
  return reply.code(problem.status).type("application/problem+json; charset=utf-8").send(problem);
}

/** The same before it is sent, for answers of another form. */
export function problemFor(error: FastifyError | Error, request: FastifyRequest): Problem {
  const known = knownError(error);
  if (known.code === "internal") request.log.error({ err: error }, "internal error");
  return problemOf(known);
}

function knownError(error: FastifyError | Error): EntenteError {
  if (error instanceof EntenteError && error.code !== "internal") return error;
  const { validation, statusCode, validationContext } = error as FastifyError;
  if (validation) {
    const faults = validation.map(({ instancePath, message }) => ({
      path: `${validationContext ?? "body"}${instancePath}`,
      message: message ?? "is not valid",
    }));
    const message = `${faults[0]?.path} ${faults[0]?.message}.`;
    return new EntenteError({ code: "input-invalid", message, remedy: "Correct the named fields.", faults });
  }
  if (statusCode === 413) return new EntenteError({ code: "too-large", message: "The request is too large." });
  if (statusCode === 429) {
    return new EntenteError({ code: "too-many-requests", message: "Too many requests.", remedy: "Wait a minute." });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new EntenteError({ code: "input-invalid", message: error.message });
  }
  return new EntenteError({ code: "internal", message: "Something went wrong here.", remedy: "Nothing was changed." });
}
