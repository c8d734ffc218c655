/**
 * *malformed*: the input has not the form of its standard. *unproven*: a proof fails (wrong signature, wrong root).
 * *unacceptable*: the proof holds, and a rule refuses it all the same.
 */
export type NotesErrorKind = "malformed" | "unproven" | "unacceptable";

/** Every way in which this package refuses an input, and of which kind that is. */
export const NOTES_ERROR_KINDS = {
  "hash-invalid": "malformed",
  "tree-position-invalid": "malformed",
  "frontier-invalid": "malformed",
  "base64-invalid": "malformed",
  "key-invalid": "malformed",
  "key-name-invalid": "malformed",
  "note-syntax": "malformed",
  "checkpoint-syntax": "malformed",
  "entry-invalid": "malformed",
  "subject-invalid": "malformed",
  "card-invalid": "malformed",
  "receipt-invalid": "malformed",
  "text-not-canonical": "malformed",
  "manifest-invalid": "malformed",
  "act-invalid": "malformed",
  "key-page-invalid": "malformed",
  "folder-incomplete": "malformed",
  "inclusion-unproven": "unproven",
  "consistency-unproven": "unproven",
  "signature-missing": "unproven",
  "signature-wrong": "unproven",
  "subject-unproven": "unproven",
  "digest-differs": "unproven",
  "origin-unexpected": "unacceptable",
  "party-unexpected": "unacceptable",
  "entry-unexpected": "unacceptable",
  "card-expired": "unacceptable",
  "key-unexpected": "unacceptable",
  "file-unexpected": "unacceptable",
  "not-signed": "unacceptable",
} as const satisfies Record<string, NotesErrorKind>;

export type NotesErrorCode = keyof typeof NOTES_ERROR_KINDS;

/** Where in a text a fault lies: both count from 1, columns in code points. */
export type TextPosition = { readonly line: number; readonly column: number };

type NotesErrorDetails = { readonly position?: TextPosition; readonly cause?: unknown };

/** One refusal: `code` is from a closed list and fixes the `kind`; `message` says what is wrong and what to do. */
export class NotesError extends Error {
  readonly code: NotesErrorCode;
  readonly kind: NotesErrorKind;
  readonly position: TextPosition | undefined;

  constructor(code: NotesErrorCode, message: string, { position, cause }: NotesErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "NotesError";
    this.code = code;
    this.kind = NOTES_ERROR_KINDS[code];
    this.position = position;
  }
}
