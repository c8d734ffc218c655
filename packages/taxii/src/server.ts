import { addObjects } from "./add-objects.ts";
import {
  envelopeAnswer,
  errorAnswer,
  jsonAnswer,
  manifestAnswer,
  type TaxiiResponse,
  versionsAnswer,
} from "./answer.ts";
import type { ApiRoot, Collection, TaxiiContext } from "./collection.ts";
import { type CursorSeal, cursorSeal } from "./cursor.ts";
import { deleteObject } from "./delete-object.ts";
import { notFound, TaxiiError } from "./error.ts";
import { actOn, admissionOf, refuseUnacceptable, refuseUnlessReading, unauthenticated } from "./gate.ts";
import type { Headers } from "./headers.ts";
import { STIX_MEDIA_TYPE } from "./media-type.ts";
import { readPage } from "./objects.ts";
import { readParameters } from "./parameters.ts";
import {
  collectionResource,
  collectionsResource,
  type Discovery,
  discoveryResource,
  isUsable,
  rootResource,
} from "./resources.ts";
import { type Route, rootOf, routeOf, withSlash } from "./route.ts";
import type { PageSize, PathMatch } from "./selection.ts";
import { statusResource } from "./status.ts";

export type TaxiiRequest = {
  readonly method: string;
  /** As it came, percent-encoded, without the query. */
  readonly path: string;
  /** As it came, with or without "?". */
  readonly query: string | URLSearchParams;
  readonly headers: Headers;
  /** The body as it comes, read only when a POST may be taken in, and no further than `maxContentLength`. */
  readonly body?: AsyncIterable<Uint8Array>;
};

export type TaxiiLimits = {
  /** Objects per page: without `limit`, and at most. */
  readonly pageSize: PageSize;
  /** Bytes of objects per page; one object alone may be larger. */
  readonly maxPageBytes: number;
  /** The largest body of a POST, in bytes; what an API root states as `max_content_length` (TAXII 4.2). */
  readonly maxContentLength: number;
  /** The most objects in one POST. */
  readonly maxPostedObjects: number;
};

export type TaxiiServerOptions<Context extends TaxiiContext> = {
  readonly discovery: Discovery;
  readonly roots: readonly ApiRoot<Context>[];
  /** At least 32 random bytes, kept between starts: it authenticates cursors. */
  readonly cursorSecret: Uint8Array;
  readonly limits?: Partial<TaxiiLimits>;
  /** Hears of each fault behind a 500, which says nothing to the client. */
  readonly onFault?: (error: unknown) => void;
};

export type TaxiiServer<Context extends TaxiiContext> = {
  /** Answers one request; it never throws. A HEAD gets the headers of its GET. Reading changes nothing. */
  handle(request: TaxiiRequest, context: Context): Promise<TaxiiResponse>;
};

const DEFAULT_LIMITS: TaxiiLimits = {
  pageSize: { default: 100, max: 1000 },
  maxPageBytes: 16 * 1024 * 1024,
  maxContentLength: 10 * 1024 * 1024,
  maxPostedObjects: 10_000,
};

/**
 * The server side of TAXII 2.1 (OASIS Standard, 10 June 2021) over the collections of `roots`. It knows
 * neither sockets nor storage: requests and answers are plain values, and who asks is the caller's to prove.
 * @throws RangeError for a short secret or a path that doesn't begin and end with "/"
 */
export function createTaxiiServer<Context extends TaxiiContext>(
  options: TaxiiServerOptions<Context>,
): TaxiiServer<Context> {
  const server = new Server(options);
  return { handle: (request, context) => server.handle(request, context) };
}

class Server<Context extends TaxiiContext> {
  readonly #discovery: Discovery;
  readonly #discoveryPath: string;
  readonly #roots: readonly ApiRoot<Context>[];
  readonly #cursors: CursorSeal;
  readonly #limits: TaxiiLimits;
  readonly #onFault: (error: unknown) => void;

  constructor({ discovery, roots, cursorSecret, limits, onFault = () => {} }: TaxiiServerOptions<Context>) {
    this.#discovery = discovery;
    this.#discoveryPath = discovery.path ?? "/taxii2/";
    this.#roots = roots;
    this.#cursors = cursorSeal(cursorSecret);
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#onFault = onFault;
    const wrong = [this.#discoveryPath, ...roots.map((root) => root.path)].find((path) => !/^\/(.*\/)?$/.test(path));
    if (wrong !== undefined) throw new RangeError(`The path "${wrong}" must begin and end with "/".`);
  }

  async handle(request: TaxiiRequest, context: Context): Promise<TaxiiResponse> {
    const answer = await this.#answerOrError(request, context);
    return request.method === "HEAD" ? { ...answer, body: new Uint8Array() } : answer;
  }

  async #answerOrError(request: TaxiiRequest, context: Context): Promise<TaxiiResponse> {
    try {
      return await this.#answer(request, context);
    } catch (error) {
      const isRefusal = error instanceof TaxiiError;
      if (!isRefusal) this.#onFault(error);
      return errorAnswer(isRefusal ? error : new TaxiiError("internal", "The request failed on this side."));
    }
  }

  async #answer(request: TaxiiRequest, context: Context): Promise<TaxiiResponse> {
    const found = rootOf(request.path, this.#roots);
    const admission = found && admissionOf(found.root, context);
    if (admission === "unauthenticated") throw unauthenticated(found?.root.challenge);
    refuseUnacceptable(request.headers);
    if (found && admission === "admitted") return this.#answerInRoot(found.root, found.rest, request, context);
    if (withSlash(request.path) !== this.#discoveryPath) throw notFound();
    refuseUnlessReading(request.method);
    const open = this.#roots.filter((root) => admissionOf(root, context) === "admitted");
    return jsonAnswer(discoveryResource(this.#discovery, open));
  }

  async #answerInRoot(root: ApiRoot<Context>, rest: string, request: TaxiiRequest, context: Context) {
    const route = routeOf(rest);
    if (route === undefined) throw notFound();
    if (route.resource === "root") {
      refuseUnlessReading(request.method);
      return jsonAnswer(rootResource(root, this.#limits.maxContentLength));
    }
    if (route.resource === "status") return this.#answerStatus(root, route.status, request, context);
    const collections = await root.collections(context);
    if (route.resource === "collections") {
      refuseUnlessReading(request.method);
      return jsonAnswer(collectionsResource(collections));
    }
    const collection = collections.filter(isUsable).find((one) => [one.id, one.alias].includes(route.collection));
    if (collection === undefined) throw notFound();
    const act = actOn(request.method, route, collection);
    if (act === "add") return addObjects(collection, request, this.#limits);
    if (act === "delete" && route.resource === "object") return deleteObject(collection, route.objectId, request.query);
    if (route.resource === "collection") return jsonAnswer(collectionResource(collection));
    return this.#answerFromCollection(root, collection, route, request, context);
  }

  /** Who may not see a status, and one that is of nobody, are one answer. */
  async #answerStatus(root: ApiRoot<Context>, id: string, { method }: TaxiiRequest, context: Context) {
    if (root.status === undefined) throw notFound();
    refuseUnlessReading(method);
    const status = await root.status(context, id);
    if (status === undefined) throw notFound();
    return jsonAnswer(statusResource(status));
  }

  async #answerFromCollection(
    root: ApiRoot<Context>,
    collection: Collection,
    route: Route,
    request: TaxiiRequest,
    context: Context,
  ): Promise<TaxiiResponse> {
    const served = await readPage({
      collection,
      parameters: readParameters(request.query),
      path: pathMatchOf(route),
      scope: { party: context.party, root: root.path, collection: collection.id },
      cursors: this.#cursors,
      pageSize: this.#limits.pageSize,
      maxPageBytes: this.#limits.maxPageBytes,
    });
    if (route.resource === "manifest") return manifestAnswer(served, STIX_MEDIA_TYPE);
    return route.resource === "versions" ? versionsAnswer(served) : envelopeAnswer(served);
  }
}

function pathMatchOf(route: Route): PathMatch {
  if (route.resource === "versions") return { ids: [route.objectId], versions: "all" };
  return route.resource === "object" ? { ids: [route.objectId] } : {};
}
