export { type EnvelopeSlices, type ObjectSlice, objectsOfBundle, objectsOfEnvelope } from "./bundle/bundle.ts";
export { objectsOfStream, type StreamLimits } from "./bundle/bundle-stream.ts";
export { canonicalJson, digestOf } from "./canonical.ts";
export { StixError, type StixErrorCode } from "./error.ts";
export {
  ID_CONTRIBUTING_PROPERTIES,
  identifiersInText,
  isIdentifier,
  OBSERVABLE_NAMESPACE,
  observableId,
  typeOfIdentifier,
  uuidv5,
} from "./identifier.ts";
export { type JsonLimits, type JsonObject, type JsonValue, parseJson } from "./json.ts";
export { childPath, jsonPath, type PathKey } from "./json-path.ts";
export {
  classifyMarking,
  isHigher,
  isRecipient,
  type MarkingClass,
  RELEASABILITY_DEFINITION,
  releasabilityExtension,
  TLP_2_EXTENSION,
  TLP_LEVELS,
  TLP_MARKING,
  TLP_MARKING_IDS,
  type TlpLevel,
  tlpDefinition,
  tlpOf,
} from "./markings.ts";
export {
  type ComparedObservable,
  type Comparison,
  comparedObservables,
  equalityPattern,
  observablesIn,
} from "./pattern/compared-observables.ts";
export type { PatternLimits } from "./pattern/comparison-parser.ts";
export type {
  ComparisonExpression,
  ComparisonOperator,
  Literal,
  ObjectPath,
  ObservationExpression,
  PathStep,
  Qualifier,
} from "./pattern/expression.ts";
export { parsePattern } from "./pattern/parser.ts";
export { printPattern } from "./pattern/printer.ts";
export { type PatternVerdict, validatePattern } from "./pattern/validate-pattern.ts";
export {
  identifiersInRunningText,
  type Reference,
  referencesOf,
} from "./references.ts";
export { selectorResolves } from "./selectors.ts";
export {
  isTimestamp,
  microsecondsOf,
  millisecondTimestamp,
  timestampOf,
} from "./timestamp.ts";
export {
  ENTENTE_TYPES,
  type EntenteType,
  ententeDefinition,
  ententeExtensions,
  extensionDefinitions,
  isEntenteType,
  PARTY_DEFINITION,
  PROJECT_IDENTITY,
  PROJECT_IDS,
} from "./types/entente/definitions.ts";
export { releasabilitySchema } from "./types/meta.ts";
export type { ObjectFamily, ObjectType } from "./types/object-type.ts";
export { KNOWN_TYPES, objectType, schemaOf } from "./types/registry.ts";
export {
  type StixObject,
  type StixWarning,
  type ValidationResult,
  validateObject,
} from "./validate.ts";
export { type VersionFamily, type VersionKey, versionKey } from "./versions.ts";
