import type { AddressInfo } from "node:net";
import type { Change } from "#database";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { admitWaiting, readyInQuarantine } from "./admit-waiting.ts";
import { connectToPeer, type PeerConnection } from "./connection.ts";
import { readKeys } from "./keys.ts";
import { type Contact, noteContact } from "./note-contact.ts";
import { ownCard } from "./own-card.ts";
import { type PeerApp, peerListener } from "./peer-listener.ts";
import { pullFrom } from "./pull.ts";
import { type PullLoop, startPullLoop } from "./pull-loop.ts";
import { type Peer, pairedPeers } from "./store.ts";

/** The link to the allies' nodes while this node runs: the peer listener, and one loop that pulls per peer. */
export type Peers = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where the peer listener listens, once started. */
  readonly port: number;
};

export type PeersOptions = {
  /** Whether peers are told that something is there. Only a test that measures the schedule says no. */
  readonly wakeUp?: boolean | undefined;
};

type Linked = { readonly peer: Peer; readonly connection: PeerConnection; readonly loop: PullLoop };

const WAKE_DEBOUNCE_MS = 10;
const CONTACT_NOTED_EVERY_MS = 10_000;
const WAITING_EVERY_MS = 1_000;

export function createPeers(parts: Parts, options: PeersOptions = {}): Peers {
  return new Synchronisation(parts, options);
}

class Synchronisation implements Peers {
  readonly #parts: Parts;
  readonly #keys;
  readonly #wakeUp: boolean;
  readonly #links = new Map<string, Linked>();
  readonly #wakes = new Map<string, NodeJS.Timeout>();
  readonly #noted = new Map<string, Contact>();
  #listener: PeerApp | undefined;
  #unsubscribe = () => {};
  #waiting: NodeJS.Timeout | undefined;
  #linking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: Parts, { wakeUp = true }: PeersOptions) {
    this.#parts = parts;
    this.#keys = readKeys(parts.home);
    this.#wakeUp = wakeUp;
  }

  get port(): number {
    return (this.#listener?.server.address() as AddressInfo | null)?.port ?? 0;
  }

  async start(): Promise<void> {
    const { configuration, database } = this.#parts;
    await ownCard(this.#parts);
    this.#listener = await peerListener({
      ...this.#parts,
      keys: this.#keys,
      onWake: (party) => this.#links.get(party)?.loop.wake(),
      onContact: (party) => this.#onContact(party),
    });
    const { host, port } = configuration.peer;
    await this.#listener.listen({ host, port });
    this.#unsubscribe = database.onChange((change) => this.#onChange(change));
    this.#waiting = setInterval(() => void this.#admitWaiting(), WAITING_EVERY_MS);
    await this.#linkAll();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    clearInterval(this.#waiting);
    for (const timer of this.#wakes.values()) clearTimeout(timer);
    await this.#listener?.close();
    await this.#linking;
    for (const party of [...this.#links.keys()]) await this.#unlink(party);
  }

  #onChange({ room, ids }: Change): void {
    if (room === "peers") this.#linking = this.#linking.then(() => this.#linkAll()).catch(this.#parts.log);
    if (room === "views") for (const id of ids) this.#sendWake(id);
  }

  /** A peer that could not be reached has come back: there is no need to wait any longer. */
  #onContact(party: string): void {
    const link = this.#links.get(party);
    if (link?.loop.isFailing) link.loop.wake();
  }

  async #linkAll(): Promise<void> {
    for (const peer of await pairedPeers(this.#parts.database.objects)) {
      const held = this.#links.get(peer.party);
      if (held?.peer.card === peer.card || this.#stopped) continue;
      // A new card may name another key or address.
      if (held) await this.#unlink(peer.party);
      this.#link(peer);
    }
  }

  #link(peer: Peer): void {
    const { outbound, configuration } = this.#parts;
    const connection = connectToPeer(peer, { outbound, tls: this.#keys.tls });
    const loop = startPullLoop(() => this.#pull(connection, peer.party), configuration.pullEveryMs);
    this.#links.set(peer.party, { peer, connection, loop });
  }

  async #unlink(party: string): Promise<void> {
    const link = this.#links.get(party);
    this.#links.delete(party);
    // The connection goes first, so that a pull under way ends now.
    await link?.connection.close();
    await link?.loop.stop();
  }

  async #pull(connection: PeerConnection, party: string): Promise<boolean> {
    const { clock, log } = this.#parts;
    try {
      await pullFrom(this.#parts, connection, party);
      await this.#noteContact({ party, at: clock.now() * 1000, error: null });
      return true;
    } catch (error) {
      if (this.#stopped) return false;
      const known = error instanceof EntenteError ? error : undefined;
      const isNew = this.#noted.get(party)?.error?.message !== known?.message;
      if (!known || (isNew && known.kind !== "unavailable")) log(error);
      const { code = "internal", message = "The pull failed on this side." } = known ?? {};
      const at = code === "peer-unavailable" ? null : clock.now() * 1000;
      await this.#noteContact({ party, at, error: { code, message } }).catch(log);
      return false;
    }
  }

  /** Kept when something is different, else now and then: a quiet link need not write at every pull. */
  async #noteContact(contact: Contact): Promise<void> {
    const last = this.#noted.get(contact.party);
    const isSame = last !== undefined && last.error?.message === contact.error?.message;
    const isRecent = (contact.at ?? 0) / 1000 - (last?.at ?? 0) / 1000 < CONTACT_NOTED_EVERY_MS;
    if (isSame && isRecent) return;
    this.#noted.set(contact.party, contact);
    await this.#parts.database.write(noteContact, contact);
  }

  /** Tells a peer that its view has grown. A hint that is lost costs nothing but time: the peer asks by schedule. */
  #sendWake(party: string): void {
    if (!this.#wakeUp || this.#wakes.has(party) || !this.#links.has(party)) return;
    const timer = setTimeout(() => {
      this.#wakes.delete(party);
      this.#links
        .get(party)
        ?.connection.wake()
        .catch(() => {});
    }, WAKE_DEBOUNCE_MS);
    this.#wakes.set(party, timer);
  }

  async #admitWaiting(): Promise<void> {
    const { database, clock, log } = this.#parts;
    try {
      const ready = await readyInQuarantine(database.objects, clock.now() * 1000);
      if (ready.length > 0) await database.write(admitWaiting, null);
    } catch (error) {
      if (!this.#stopped) log(error);
    }
  }
}
