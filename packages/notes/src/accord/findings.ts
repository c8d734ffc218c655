import { NOTES_ERROR_KINDS, NotesError, type NotesErrorCode, type NotesErrorKind } from "../error.ts";

/** One thing that is wrong with a folder: in which file, and as an error of this package would say it. */
export type Finding = {
  readonly file: string;
  readonly code: NotesErrorCode;
  readonly kind: NotesErrorKind;
  readonly message: string;
};

/** Collects findings; `check` turns a refusal into one, and gives undefined then. */
export class Findings {
  readonly list: Finding[] = [];

  add(file: string, code: NotesErrorCode, message: string): void {
    this.list.push({ file, code, kind: NOTES_ERROR_KINDS[code], message });
  }

  check<Result>(file: string, prove: () => Result): Result | undefined {
    try {
      return prove();
    } catch (error) {
      if (!(error instanceof NotesError)) throw error;
      this.add(file, error.code, error.message);
      return undefined;
    }
  }
}

/** The folder's files by name. */
export type FilesByName = ReadonlyMap<string, Uint8Array>;

/** A file's bytes. @throws NotesError `folder-incomplete` */
export function fileNamed(files: FilesByName, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new NotesError("folder-incomplete", `${name} is missing; download the folder again.`);
  return bytes;
}
