import type { TSchema } from "typebox";
import { jsonPath, type PathKey } from "./json-path.ts";
import type { Vocabulary } from "./types/vocabularies.ts";

/** What a valid value holds beyond its schema. */
export type Survey = {
  /** The paths of everything that the schema does not name. */
  readonly unknown: string[];
  /** The words that stand in no open vocabulary of theirs. */
  readonly unlisted: { readonly path: string; readonly word: string; readonly vocabulary: Vocabulary }[];
};

type SchemaNode = TSchema & {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly vocabulary?: Vocabulary;
  readonly namesFrom?: Vocabulary;
};

type Words = { readonly vocabulary: Vocabulary; readonly listed: ReadonlySet<string> };

/** A schema reduced to what a survey asks of it; undefined stands for one of which nothing is to be asked. */
type Shape = {
  readonly properties: ReadonlyMap<string, Shape | undefined> | undefined;
  readonly items: Shape | undefined;
  /** Of a dictionary: its values. */
  readonly values: Shape | undefined;
  /** Of a dictionary: its keys. */
  readonly names: Words | undefined;
  readonly words: Words | undefined;
};

/** Looks through a value that its schema has accepted. */
export type Surveyor = (value: unknown) => Survey;

/**
 * Prepares the survey of values of one schema. A dictionary (`patternProperties`) names all of its keys;
 * `additionalProperties` only says that more may stand there, not what it means, so it names none.
 */
export function surveyorOf(schema: TSchema): Surveyor {
  const shape = shapeOf(schema);
  return (value) => {
    const survey: Survey = { unknown: [], unlisted: [] };
    if (shape) look(shape, value, [], survey);
    return survey;
  };
}

function shapeOf(schema: TSchema): Shape | undefined {
  const node = schema as SchemaNode;
  const [dictionaryValue] = Object.values(node.patternProperties ?? {});
  const shape: Shape = {
    properties:
      node.properties && new Map(Object.entries(node.properties).map(([name, child]) => [name, shapeOf(child)])),
    items: node.items && shapeOf(node.items),
    values: dictionaryValue && shapeOf(dictionaryValue),
    names: node.namesFrom && wordsOf(node.namesFrom),
    words: node.vocabulary && wordsOf(node.vocabulary),
  };
  return Object.values(shape).some((part) => part !== undefined) ? shape : undefined;
}

function wordsOf(vocabulary: Vocabulary): Words {
  return { vocabulary, listed: new Set(vocabulary.values) };
}

function look(shape: Shape, value: unknown, keys: PathKey[], survey: Survey): void {
  if (typeof value === "string") lookUp(shape.words, value, keys, survey);
  else if (Array.isArray(value)) {
    if (!shape.items) return;
    for (let index = 0; index < value.length; index += 1) lookInto(shape.items, index, value[index], keys, survey);
  } else if (typeof value === "object" && value !== null) lookIntoObject(shape, value, keys, survey);
}

function lookIntoObject(shape: Shape, value: object, keys: PathKey[], survey: Survey): void {
  if (!shape.properties && !shape.values && !shape.names) return;
  for (const key of Object.keys(value)) {
    const child = shape.properties ? shape.properties.get(key) : shape.values;
    if (child) lookInto(child, key, (value as Record<string, unknown>)[key], keys, survey);
    else if (shape.properties && !shape.properties.has(key)) survey.unknown.push(jsonPath([...keys, key]));
    if (shape.names) lookUp(shape.names, key, [...keys, key], survey);
  }
}

function lookInto(shape: Shape, key: PathKey, value: unknown, keys: PathKey[], survey: Survey): void {
  keys.push(key);
  look(shape, value, keys, survey);
  keys.pop();
}

function lookUp(words: Words | undefined, word: string, keys: readonly PathKey[], { unlisted }: Survey): void {
  if (words && !words.listed.has(word)) unlisted.push({ path: jsonPath(keys), word, vocabulary: words.vocabulary });
}
