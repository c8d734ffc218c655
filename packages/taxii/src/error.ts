/** Every way in which the server refuses a request, with its HTTP status and title (TAXII 3.6.1). */
const ANSWERS = {
  "parameter-invalid": { status: 400, title: "Bad Request" },
  "envelope-invalid": { status: 400, title: "Bad Request" },
  "cursor-invalid": { status: 400, title: "Bad Request" },
  unauthenticated: { status: 401, title: "Unauthorized" },
  forbidden: { status: 403, title: "Forbidden" },
  "not-found": { status: 404, title: "Not Found" },
  "method-not-allowed": { status: 405, title: "Method Not Allowed" },
  "not-acceptable": { status: 406, title: "Not Acceptable" },
  "too-large": { status: 413, title: "Content Too Large" },
  "media-type-unsupported": { status: 415, title: "Unsupported Media Type" },
  internal: { status: 500, title: "Internal Server Error" },
} as const;

export type TaxiiErrorCode = keyof typeof ANSWERS;

/** A refusal on its way to the client. Its text goes out, so it names only what the client sent or may know. */
export class TaxiiError extends Error {
  readonly code: TaxiiErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: TaxiiErrorCode, description: string, headers: Readonly<Record<string, string>> = {}) {
    super(description);
    this.name = "TaxiiError";
    this.code = code;
    this.status = ANSWERS[code].status;
    this.headers = headers;
  }

  /** The error message of TAXII 3.6.1. It holds nothing that tells two occurrences apart (no error id, no time). */
  toJSON(): object {
    return {
      title: ANSWERS[this.code].title,
      description: this.message,
      error_code: this.code,
      http_status: String(this.status),
    };
  }
}

/**
 * The one answer to whatever is not there for this caller: an unknown path, root, collection or object, and one that it
 * may not read. Were they told apart, the answer itself would say what exists.
 */
export function notFound(): TaxiiError {
  return new TaxiiError("not-found", "There is nothing here that you may use.");
}
