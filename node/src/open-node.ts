import { type Database, lockHome, openDatabase } from "#database";
import type { Parts } from "#http";
import { type Clock, systemClock } from "#kernel/clock";
import { type Configuration, readConfiguration } from "#kernel/configuration";
import { createOutbound, type Destination, type Purpose } from "#kernel/outbound";
import { ownParty } from "#objects";
import { peerDestinations } from "#peers";
import { createReleases, RELEASE_RULES, type Rule } from "#release";

/** The writer of the shipped program. */
export const WRITER = new URL("./writer-thread.ts", import.meta.url);

export type OpenOptions = {
  readonly home: string;
  readonly clock?: Clock;
  /** A test may hand in other rules, and the writer that goes with them; the program hands in all. */
  readonly rules?: readonly Rule[];
  readonly writer?: URL;
  readonly log?: (error: unknown) => void;
};

export type OpenNode = Parts & { close(): Promise<void> };

/** Opens a data folder, alone: its databases and what stands on them, without any listener. */
export async function openNode(options: OpenOptions): Promise<OpenNode> {
  const { home, clock = systemClock, rules = RELEASE_RULES, writer = WRITER, log = logToStandardError } = options;
  const configuration = readConfiguration(home);
  const lock = lockHome(home);
  try {
    const database = await openDatabase(home, writer, configuration.database);
    return {
      home,
      configuration,
      ownParty: await ownParty(database.objects),
      database,
      clock,
      log,
      releases: createReleases({ database, rules, clock, log }),
      outbound: outboundFor(configuration, database),
      close: async () => {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function outboundFor(configuration: Configuration, database: Database) {
  const { mail, privateAddresses } = configuration;
  const allowed = async (purpose: Purpose): Promise<readonly Destination[]> =>
    purpose === "peer" ? peerDestinations(database.objects) : mail ? [mail] : [];
  return createOutbound({ allowed, privateAddresses });
}

function logToStandardError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
