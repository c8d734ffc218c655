import { microsecondsOf, timestampOf } from "@entente/stix";
import { TaxiiClientError, type WalkedPage, walkCollection } from "@entente/taxii";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { fromPeer, type Objects, type ReadObject, readObject } from "#objects";
import { admitReleased, openingFor } from "./admit-released.ts";
import { admitWaiting, readyInQuarantine } from "./admit-waiting.ts";
import type { PeerConnection } from "./connection.ts";
import { unproven } from "./continue-log.ts";
import { fetchLedger, fetchOpenings } from "./fetch-ledger.ts";
import { keepLedger, keepOpenings } from "./keep-ledger.ts";
import { peerById } from "./store.ts";
import { RELEASES_ROOT } from "./taxii-routes.ts";

type PullParts = Pick<Parts, "database" | "ownParty" | "clock">;

/** Few enough that reading a page and taking it in hold nobody up. */
const PAGE_OBJECTS = 200;

/**
 * Takes in what an ally has released since the last pull (ledger.md, "The puller"). Each step is kept before the next
 * begins, so that it can break off anywhere and go on.
 * @throws EntenteError "proof-failed", "peer-unavailable", "peer-unknown", "card-outdated"
 */
export async function pullFrom(parts: PullParts, connection: PeerConnection, party: string): Promise<void> {
  const pull = new Pull(parts, connection, party);
  await pull.takeLedger();
  await pull.takeReleases();
  await pull.reportUnproven();
}

class Pull {
  readonly #parts: PullParts;
  readonly #connection: PeerConnection;
  readonly #party: string;

  constructor(parts: PullParts, connection: PeerConnection, party: string) {
    this.#parts = parts;
    this.#connection = connection;
    this.#party = party;
  }

  get #db(): Objects {
    return this.#parts.database.objects;
  }

  /** Checkpoint, entries, openings: proven, kept; and what waited for them admitted. */
  async takeLedger(): Promise<void> {
    const { database, ownParty, clock } = this.#parts;
    const peer = await this.#peer();
    const ledger = await fetchLedger(this.#db, this.#connection, peer, ownParty.id);
    if (ledger.checkpoint !== peer.checkpoint) await database.write(keepLedger, ledger);
    const hasUnproven = (await this.#unproven()) > 0;
    const from = hasUnproven ? 0 : await this.#nextOpening();
    if (from >= ledger.frontier.size) return;
    for await (const openings of fetchOpenings(this.#connection, from)) {
      // What lies beyond the checkpoint is not proven yet: the next one brings it.
      const covered = openings.filter(({ entry }) => entry < ledger.frontier.size);
      if (covered.length === 0) break;
      await database.write(keepOpenings, { party: this.#party, reader: ownParty.id, openings: covered });
    }
    if (hasUnproven && (await readyInQuarantine(this.#db, clock.now() * 1000)).length > 0) {
      await database.write(admitWaiting, null);
    }
  }

  /** TAXII pages from the cursor on. */
  async takeReleases(): Promise<void> {
    const { cursor } = await this.#peer();
    const pages = walkCollection({
      get: (path, headers, { maxBytes }) => this.#connection.get(path, { headers, maxBytes }),
      root: RELEASES_ROOT,
      collection: "releases",
      versions: "all",
      limit: PAGE_OBJECTS,
      ...(cursor === null ? {} : { addedAfter: timestampOf(cursor) }),
    });
    try {
      for await (const page of pages) await this.#takePage(page);
    } catch (error) {
      throw error instanceof TaxiiClientError ? unavailable(error) : error;
    }
  }

  async #takePage({ objects: slices, dateAddedLast }: WalkedPage): Promise<void> {
    if (slices.length === 0) return;
    const { objects, unreadable } = readAll(slices.map(({ bytes }) => bytes));
    // Released after the checkpoint that we have: a later one proves it.
    if (await this.#someUnproven(objects)) await this.takeLedger();
    const cursor = dateAddedLast === undefined ? null : microsecondsOf(dateAddedLast);
    await this.#parts.database.write(admitReleased, { party: this.#party, objects, unreadable, cursor });
  }

  /** Something that the ally sent and its log does not prove is an alarm that a person sees. */
  async reportUnproven(): Promise<void> {
    const count = await this.#unproven();
    if (count > 0) throw unproven(`${count} objects from the ally are not proven by its log; they wait in quarantine.`);
  }

  async #peer() {
    const peer = await peerById(this.#db, this.#party);
    if (!peer) throw new EntenteError({ code: "peer-unknown", message: "This node is not paired with that party." });
    if (peer.expires > this.#parts.clock.now() * 1000) return peer;
    throw new EntenteError({
      code: "card-outdated",
      message: "The ally's card has expired.",
      remedy: "Ask the ally for its present card, and pair with it.",
    });
  }

  async #unproven(): Promise<number> {
    const { count } = await this.#db
      .selectFrom("quarantine")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("origin", "=", fromPeer(this.#party))
      .where("reason", "=", "unproven")
      .executeTakeFirstOrThrow();
    return count;
  }

  async #nextOpening(): Promise<number> {
    const last = await this.#db
      .selectFrom("peer_openings")
      .select("entry")
      .where("party", "=", this.#party)
      .orderBy("entry", "desc")
      .executeTakeFirst();
    return last ? last.entry + 1 : 0;
  }

  async #someUnproven(objects: readonly ReadObject[]): Promise<boolean> {
    for (const object of objects) if (!(await openingFor(this.#db, this.#party, object))) return true;
    return false;
  }
}

/** Each on its own: one that cannot be read costs nothing but itself. */
function readAll(all: readonly Uint8Array[]): { objects: ReadObject[]; unreadable: Uint8Array[] } {
  const objects: ReadObject[] = [];
  const unreadable: Uint8Array[] = [];
  for (const bytes of all) {
    try {
      objects.push(readObject(bytes));
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      unreadable.push(bytes);
    }
  }
  return { objects, unreadable };
}

function unavailable(cause: TaxiiClientError): EntenteError {
  return new EntenteError({
    code: "peer-unavailable",
    kind: "unavailable",
    message: `The ally's releases cannot be read now: ${cause.message}`,
    cause,
  });
}
