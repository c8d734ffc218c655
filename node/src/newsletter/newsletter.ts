import type { Parts } from "#http";
import { createMailer } from "#mail";
import { createSite } from "#public";
import { PUBLIC } from "#release";
import { composeMessage } from "./compose-message.ts";
import { eraseOutdated } from "./erase-outdated.ts";
import { type Claimed, claimMessage, recordDelivery, requeueUnfinished } from "./outbox.ts";
import { queueBulletin } from "./queue-bulletin.ts";
import "./tables.ts";

export type Newsletter = {
  /** Announces what is public, and sends what waits, now and whenever something changes, until `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const LONGEST_TIMER_MS = 600_000;

/** The newsletter's work in the background; its state lies in the database, so that a restart goes on. */
export function createNewsletter(parts: Parts): Newsletter {
  const { database, configuration, clock, outbound, log } = parts;
  const site = createSite(parts);
  const mailer = createMailer(configuration, outbound);
  const address = configuration.public.address.replace(/\/$/, "");
  let running: Promise<void> = Promise.resolve();
  let isWanted = false;
  let isStopped = true;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe = () => {};

  /** A bulletin for each joint text in PUBLIC's view that has none yet. */
  const announce = async () => {
    const { accords } = await site.record();
    if (accords.length === 0) return;
    const announced = await database.subscribers.selectFrom("bulletins").select("bulletin").execute();
    const known = new Set(announced.map(({ bulletin }) => bulletin));
    for (const { id, title } of accords.toReversed()) {
      if (!known.has(id)) await database.write(queueBulletin, { bulletin: id, title });
    }
  };

  const deliver = async (claimed: Claimed) => {
    const message = composeMessage(await site.context(claimed.language), claimed, address);
    const delivery = message
      ? await mailer?.send(message)
      : { accepted: false as const, permanent: true, reason: "what it announces is not public any more" };
    if (delivery) await database.write(recordDelivery, { message: claimed.message, delivery });
  };

  const sendAll = async () => {
    // Without a mail server messages wait in the outbox.
    if (!mailer) return;
    while (!isStopped) {
      const claimed = await database.write(claimMessage, null);
      if (!claimed) return;
      await deliver(claimed);
    }
  };

  const work = async () => {
    await announce();
    await sendAll();
    await database.write(eraseOutdated, null);
    if (!isStopped) timer = setTimeout(wake, await waitMs());
  };

  const waitMs = async () => {
    const next = await database.subscribers
      .selectFrom("outbox")
      .select((select) => select.fn.min("next_at").as("at"))
      .where("state", "=", "queued")
      .executeTakeFirst();
    if (!mailer || !next?.at) return LONGEST_TIMER_MS;
    return Math.min(Math.max(next.at / 1000 - clock.now(), 1), LONGEST_TIMER_MS);
  };

  function wake(): void {
    if (isWanted || isStopped) return;
    isWanted = true;
    running = running
      .then(() => {
        isWanted = false;
        clearTimeout(timer);
        return work();
      })
      .catch(log);
  }

  return {
    start: async () => {
      isStopped = false;
      await database.write(requeueUnfinished, null);
      unsubscribe = database.onChange(({ room, ids }) => {
        if ((room === "views" && ids.includes(PUBLIC)) || room === "newsletter") wake();
      });
      wake();
    },
    stop: async () => {
      isStopped = true;
      unsubscribe();
      clearTimeout(timer);
      await running;
    },
  };
}
