import assert from "node:assert/strict";
import { askSubscription } from "../../node/src/newsletter/ask-subscription.ts";
import { confirmSubscription } from "../../node/src/newsletter/confirm-subscription.ts";
import { endSubscription } from "../../node/src/newsletter/end-subscription.ts";
import { claimMessage, recordDelivery, requeueUnfinished } from "../../node/src/newsletter/outbox.ts";
import { queueBulletin } from "../../node/src/newsletter/queue-bulletin.ts";
import { onEveryEngine } from "./engines.ts";

onEveryEngine(
  "the outbox gives a message to one claimer, again after a break-off, and counts what arrived",
  async ({ database }) => {
    const { subscribers } = database;
    const asked = { language: "ko" as const, policyVersion: "1", textDigest: "0".repeat(64) };
    for (const address of ["one@example.org", "two@example.org"]) {
      await database.write(askSubscription, { ...asked, address });
      const claimed = await database.write(claimMessage, null);
      assert.equal(claimed?.address, address);
      await database.write(recordDelivery, { message: claimed?.message ?? "", delivery: { accepted: true } });
      await database.write(confirmSubscription, { token: claimed?.confirmToken ?? "" });
    }
    const bulletin = { bulletin: "accord", title: { en: "An accord", ko: "합의" } };
    await database.write(queueBulletin, bulletin);
    await database.write(queueBulletin, bulletin);

    // Two at once never get the same; what was claimed and not answered for is claimed again after a start.
    const both = await Promise.all([database.write(claimMessage, null), database.write(claimMessage, null)]);
    assert.deepEqual(both.map((one) => one?.address).sort(), ["one@example.org", "two@example.org"]);
    assert.equal(await database.write(claimMessage, null), undefined);
    await database.write(requeueUnfinished, null);
    const again = await Promise.all([database.write(claimMessage, null), database.write(claimMessage, null)]);
    assert.deepEqual(again.map((one) => one?.message).sort(), both.map((one) => one?.message).sort());

    const [sent, refused] = again;
    await database.write(recordDelivery, { message: sent?.message ?? "", delivery: { accepted: true } });
    const reason = "451 later";
    const delivery = { accepted: false as const, permanent: false, reason };
    await database.write(recordDelivery, { message: refused?.message ?? "", delivery });
    const [row] = await subscribers.selectFrom("bulletins").select("delivered").execute();
    assert.equal(row?.delivered, 1);
    const waits = await subscribers.selectFrom("outbox").selectAll().where("state", "=", "queued").execute();
    assert.deepEqual(
      waits.map(({ attempts, reason: why, bulletin: of }) => [attempts, why, of]),
      [[2, reason, "accord"]],
    );

    // Leaving erases the address, and with it links and messages; what remains is the receipt.
    await database.write(endSubscription, { token: refused?.leaveToken ?? "", addressHash: "f".repeat(64) });
    const left = await subscribers.selectFrom("subscribers").select("address").execute();
    assert.deepEqual(
      left.map(({ address }) => address),
      [sent?.address],
    );
    assert.equal(
      (await subscribers.selectFrom("outbox").selectAll().where("state", "=", "queued").execute()).length,
      0,
    );
    assert.equal((await subscribers.selectFrom("receipts").selectAll().execute()).length, 1);
  },
);
