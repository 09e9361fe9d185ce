import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submitSomebody, submitMany, stored, deliveries, delivery, sends } = farEnd(stack);

const postSomebody = () => {
  const { ip, ...fields } = newPerson();
  return stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });
};

/** The cron fired twice for the same minute. */
const sweepTwice = () => Promise.all([stack().sweep(), stack().sweep()]);

async function expectDeliveredOnce(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    expect(await delivery(id, "delivered")).toMatchObject({ attempts: 1 });
    expect(await stored(id)).toMatchObject({ submission_number: 1, outcome: "new_lead" });
  }
  // Once somebody who came last has arrived, nothing is on its way any more.
  await delivery(await submitSomebody(), "delivered");
  expect(await Promise.all(ids.map(async (id) => (await sends(id)).length))).toEqual(ids.map(() => 1));
}

test("a queue that refuses changes nothing for the caller", async () => {
  const usual = await postSomebody();
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
  const spilled = await postSomebody();
  expect([spilled.status, spilled.headers.get("location")]).toEqual([301, usual.headers.get("location")]);
  await expect.poll(() => stack().output()).toContain("intake.spilled");
});

test("what the queue refused is brought back by two sweeps at once, each lead once", async () => {
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
  const ids = await submitMany(5);
  await stack().producer.setFaults([]);
  await sweepTwice();
  await expectDeliveredOnce(ids);
});

test("a queue that hangs is given up after three seconds, and the sweep brings the leads back", async () => {
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "hang" }]);
  const began = Date.now();
  const ids = await submitMany(3);
  expect(Date.now() - began).toBeGreaterThan(2_500);
  expect(Date.now() - began).toBeLessThan(15_000);
  await stack().producer.setFaults([]);
  await stack().sweep();
  await expectDeliveredOnce(ids);
});

test("with queue and KV both refusing, the caller is told that the lead was not taken", async () => {
  await stack().producer.setFaults([
    { binding: "LEADS_QUEUE", mode: "fail" },
    { binding: "KV", mode: "fail", matching: "put" },
  ]);
  const answer = await postSomebody();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).not.toBeNull();
});

test("deliveries whose wake-up was lost are found by two sweeps at once, each sent once", async () => {
  await stack().consumer.setFaults([{ binding: "DELIVERIES_QUEUE", mode: "fail" }]);
  // To a destination that has just failed they go by wake-ups, however few they are.
  await stack().query(
    "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES ('dst_demo_make', 'cli_demo', 'failing', 1, '[\"another delivery\"]', NULL, NULL)",
  );
  const ids = await submitMany(5);
  for (const id of ids) await stored(id);
  const waiting = (await Promise.all(ids.map((id) => deliveries(id)))).flat();
  expect(waiting).toMatchObject(ids.map(() => ({ status: "pending", attempts: 0 })));
  await stack().consumer.setFaults([]);
  await sweepTwice();
  await expectDeliveredOnce(ids);
});
