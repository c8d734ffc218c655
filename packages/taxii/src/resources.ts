import type { ApiRoot, Collection, TaxiiContext } from "./collection.ts";
import { STIX_MEDIA_TYPE, TAXII_MEDIA_TYPE } from "./media-type.ts";

export type Discovery = {
  /** Where discovery answers; `/taxii2/` unless told (TAXII 4.1). */
  readonly path?: string;
  readonly title: string;
  readonly description?: string;
  readonly contact?: string;
};

/** TAXII 4.1. Roots are named by path, which TAXII allows, so that no answer depends on the Host header. */
export function discoveryResource(discovery: Discovery, roots: readonly { readonly path: string }[]): object {
  const { title, description, contact } = discovery;
  const paths = roots.map((root) => root.path);
  return {
    title,
    ...(description !== undefined && { description }),
    ...(contact !== undefined && { contact }),
    ...(paths.length > 0 && { default: paths[0], api_roots: paths }),
  };
}

/** TAXII 4.2 */
export function rootResource<Context extends TaxiiContext>(root: ApiRoot<Context>, maxContentLength: number): object {
  const { title, description } = root;
  return {
    title,
    ...(description !== undefined && { description }),
    versions: [TAXII_MEDIA_TYPE],
    max_content_length: maxContentLength,
  };
}

/** TAXII 5.1; only what the caller may use is listed. */
export function collectionsResource(collections: readonly Collection[]): object {
  const usable = collections.filter(isUsable);
  return usable.length === 0 ? {} : { collections: usable.map(collectionResource) };
}

/** TAXII 5.2 */
export function collectionResource(collection: Collection): object {
  const { id, title, description, alias, canRead, canWrite } = collection;
  return {
    id,
    title,
    ...(description !== undefined && { description }),
    ...(alias !== undefined && { alias }),
    can_read: canRead,
    can_write: canWrite,
    media_types: collection.mediaTypes ?? [STIX_MEDIA_TYPE],
  };
}

/** A collection without any right is the same as none. */
export function isUsable({ canRead, canWrite, canDelete = canWrite }: Collection): boolean {
  return canRead || canWrite || canDelete;
}
