export type { TaxiiResponse } from "./answer.ts";
export {
  type TaxiiAnswer,
  type TaxiiGet,
  type WalkedPage,
  type WalkOptions,
  walkCollection,
} from "./client.ts";
export { TaxiiClientError, type TaxiiClientErrorCode } from "./client-error.ts";
export type {
  ApiRoot,
  Collection,
  DeleteRequest,
  Match,
  Page,
  PageRequest,
  PostedObject,
  PostStatus,
  Row,
  TaxiiContext,
  VersionSelector,
} from "./collection.ts";
export type { TaxiiErrorCode } from "./error.ts";
export type { Headers } from "./headers.ts";
export { acceptsTaxii, isTaxiiMediaType, STIX_MEDIA_TYPE, TAXII_MEDIA_TYPE } from "./media-type.ts";
export {
  type CollectionResource,
  createTaxiiClient,
  type DiscoveryResource,
  type ManifestRecord,
  type RootResource,
  type StatusResource,
  type TaxiiClient,
  type TaxiiFilter,
  type TaxiiSend,
} from "./resource-client.ts";
export type { Discovery } from "./resources.ts";
export {
  createTaxiiServer,
  type TaxiiLimits,
  type TaxiiRequest,
  type TaxiiServer,
  type TaxiiServerOptions,
} from "./server.ts";
