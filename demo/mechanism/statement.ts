import type { JsonObject } from "@entente/stix";
import type { Source } from "./sources.ts";
import { type Texts, type Writing, written } from "./written.ts";

export type Stated = {
  readonly about: string;
  /** What the statement is on; two statements on the same field of the same object stand beside each other. */
  readonly field: string;
  readonly value: Texts;
  readonly source: Source;
  readonly threads?: readonly string[];
};

/** A fact as one party states it, with its source. */
export function statement(id: string, writing: Writing, { about, field, value, source, threads }: Stated): JsonObject {
  return written("entente-statement", id, writing, {
    about_ref: about,
    field,
    value,
    source,
    ...(threads ? { thread_refs: [...threads] } : {}),
  });
}
