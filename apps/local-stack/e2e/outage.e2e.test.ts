import { expect, test } from "vitest";
import { newPerson } from "../harness/person.ts";
import { farEnd } from "./far-end.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, submitSomebody, submitMany, stored, deliveries, delivery, sends } = farEnd(stack);

/** The queue brings a message back 10, then 20, then 40 s after D1 failed it. */
const twoTries = { timeout: 25_000, interval: 250 };
const nextTry = { timeout: 45_000, interval: 250 };

const sendCounts = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await sends(id)).length));
const rowCounts = (ids: readonly string[]) =>
  stack().query<{ n: number }>(
    `SELECT count(s.public_id) AS n FROM json_each(?) AS j
     LEFT JOIN lead_submissions AS s ON s.client_id = 'cli_demo' AND s.public_id = j.value
     GROUP BY j.key ORDER BY j.key`,
    JSON.stringify(ids),
  );
const once = (ids: readonly string[]) => ids.map(() => 1);
const onceInD1 = (ids: readonly string[]) => ids.map(() => ({ n: 1 }));

/** Resolves while the receiver thinks about its answer: whatever becomes of D1 now, the outcome has yet to be written. */
async function submitSlowly(): Promise<string> {
  await stack().receiver.behave([{ delayMs: 2_000 }]);
  const id = await submitSomebody();
  await expect.poll(() => sends(id), twoTries).toHaveLength(1);
  return id;
}

test("while D1 fails leads still arrive, each once, and D1 has each afterwards with its send", async () => {
  // First a commit that happens and is reported as failed: it is asked again at once, found to have happened, and sent once.
  await stack().consumer.setFaults([
    { binding: "DB", mode: "lie", matching: "INSERT INTO lead_submissions", times: 1 },
  ]);
  const doubtful = await submitSomebody();
  expect(await delivery(doubtful, "delivered")).toMatchObject({ attempts: 1 });
  // Then a send that is under way when D1 goes: its outcome can be written only when D1 is back.
  const underWay = await submitSlowly();
  await stack().consumer.setFaults([{ binding: "DB", mode: "fail" }]);
  const ids = await submitMany(6);
  // And one who posts twice: told of once.
  const { ip, ...person } = newPerson();
  const from = { "cf-connecting-ip": ip };
  const twice = [await submit(person, from), await submit(person, from)];

  await expect.poll(() => sendCounts(ids), twoTries).toEqual(once(ids));
  expect(await rowCounts(ids)).toEqual(ids.map(() => ({ n: 0 })));
  const sentOf = async () => (await sendCounts(twice)).reduce((sum, count) => sum + count, 0);
  await expect.poll(sentOf, twoTries).toBe(1);
  expect(stack().output()).toContain("lead.persistence_failed");

  await stack().consumer.setFaults([]);
  await expect.poll(() => rowCounts(ids), nextTry).toEqual(onceInD1(ids));
  for (const id of ids) {
    const [send] = await sends(id);
    const rows = await deliveries(id);
    expect(rows).toMatchObject([{ event: "lead.created", status: "delivered", attempts: 1 }]);
    expect(send?.body).toMatchObject({
      make_send_public_id: rows[0]?.public_id,
      lead_id: null,
      lead_public_id: null,
      lead_submission_id: null,
    });
    expect((await stored(id)).decision.destinations).toMatchObject([{ reason: "sent_while_d1_down" }]);
  }

  await expect.poll(() => rowCounts(twice), nextTry).toEqual(onceInD1(twice));
  const outcomes = await Promise.all(twice.map(async (id) => (await stored(id)).outcome));
  expect(outcomes.toSorted()).toEqual(["duplicate", "new_lead"]);
  expect(await sentOf()).toBe(1);

  expect(await delivery(underWay, "delivered")).toMatchObject({ attempts: 1 });
  const all = [doubtful, underWay, ...ids];
  expect(await rowCounts(all)).toEqual(onceInD1(all));
  expect(await sendCounts(all)).toEqual(once(all));
});

test("D1 that stumbles twice over settling a delivery: sent once, and nobody waits for a lease", async () => {
  const id = await submitSlowly();
  await stack().consumer.setFaults([
    { binding: "DB", mode: "fail", times: 1 },
    { binding: "DB", mode: "lie", times: 1 },
  ]);
  expect(await delivery(id, "delivered")).toMatchObject({ attempts: 1, tries: [{ outcome: "delivered" }] });
  await expect.poll(() => stack().output(), nextTry).toContain("delivery.settle_failed");
  expect(await sendCounts([id])).toEqual([1]);
});

test("D1 that claims a delivery but reports an error: asked again, it knows the claim for its own, and the lead is sent once", async () => {
  // To a destination that has just failed it goes by a wake-up, which claims it.
  await stack().query(
    "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES ('dst_demo_make', 'cli_demo', 'failing', 1, '[]', NULL, NULL)",
  );
  await stack().consumer.setFaults([
    { binding: "DB", mode: "lie", matching: "SET status = 'in_flight'", times: 1 },
  ]);
  const id = await submitSomebody();
  const { attempts, tries } = await delivery(id, "delivered");
  expect([attempts, tries.map(({ outcome }) => outcome)]).toEqual([1, ["delivered"]]);
  expect(await sendCounts([id])).toEqual([1]);
});
