/**
 * How fetching can fail. *unavailable*: try again later (status 408, 425, 429, 5xx). *refused*: the server will say no
 * again. The others: the answer is not what TAXII 2.1 says, and nothing of that page was handed on.
 */
export type TaxiiClientErrorCode =
  | "unavailable"
  | "refused"
  | "answer-too-large"
  | "answer-invalid"
  | "no-progress"
  | "too-many-pages";

export class TaxiiClientError extends Error {
  readonly code: TaxiiClientErrorCode;
  /** The HTTP status, where that is what failed. */
  readonly status: number | undefined;

  constructor(
    code: TaxiiClientErrorCode,
    message: string,
    { status, cause }: { status?: number; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? {} : { cause });
    this.name = "TaxiiClientError";
    this.code = code;
    this.status = status;
  }
}
