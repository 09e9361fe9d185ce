import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { tallyKey } from "@leadrelay/core/tallies/tally";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { talliesOfClient } from "@leadrelay/db/routes/tallies-of-client";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { countTaken } from "@leadrelay/db/tallies/count-taken";
import { forgetMarks, waitingNow } from "@leadrelay/db/tallies/held-marks";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { placeRow } from "../../test/place-row.ts";
import { attemptOf, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const newId = () => crypto.randomUUID();
const count = (...attempts: SettledAttempt[]) => runBatch(env.DB, countTaken(pipelineScope, attempts));
const countsOf = async (client_id: string) =>
  (
    await rows<{ subject: string; period: string; count: number }>(
      "SELECT subject, period, count FROM tallies WHERE client_id = ? ORDER BY subject, period",
      client_id,
    )
  ).map((row) => `${row.subject} ${row.period} ${row.count}`);

describe("what a destination with a cap took", () => {
  const cap = (subject = "cap:it", period = "h:1") => ({ subject, period, ends_at: 9 });
  const took = (delivery: DeliveriesTable, given: Partial<SettledAttempt> = {}) =>
    attemptOf(delivery, { taken: [cap()], ...given });
  const claimed = (given: Partial<DeliveriesTable> = {}) => placeDelivery({ status: "in_flight", ...given });

  it.each<[DeliveryStatus, string[]]>([
    ["in_flight", ["cap:it h:1 1"]],
    ["pending", ["cap:it h:1 1"]],
    ["held", ["cap:it h:1 1"]],
    ["dead", ["cap:it h:1 1"]],
    ["delivered", []],
    ["confirmed", []],
  ])("counts as that says of a delivery that is %s by now", async (status, counted) => {
    const delivery = await claimed({ status });
    await placeNeighbours(delivery);
    await count(took(delivery));
    expect(await countsOf(delivery.client_id)).toEqual(counted);
  });

  it.each(["pending", "dead", "skipped"] as const)("is nothing where its try ended %s", async (status) => {
    const delivery = await claimed();
    await count(took(delivery, { status }));
    expect(await countsOf(delivery.client_id)).toEqual([]);
  });

  it("adds up, of each client, subject and period apart", async () => {
    const [client, other] = [newId(), newId()];
    const [a, b, c] = [
      await claimed({ client_id: client }),
      await claimed({ client_id: client }),
      await claimed({ client_id: other }),
    ];
    await count(
      took(a, { taken: [cap(), cap("cap:it", "d:1")] }),
      took(b, { taken: [cap(), cap("cap:it:x")] }),
      took(c),
      attemptOf(a),
    );
    await count(took(await claimed({ client_id: client })));
    expect(await countsOf(client)).toEqual(["cap:it d:1 1", "cap:it h:1 3", "cap:it:x h:1 1"]);
    expect(await countsOf(other)).toEqual(["cap:it h:1 1"]);
  });
});

describe("a mark that something is held", () => {
  const mark = async (given: { source?: string | null; holds?: Partial<DeliveriesTable> | null }) => {
    const [client_id, destination_id] = [newId(), newId()];
    const source = given.source ?? null;
    const subject = `held:${destination_id}:${source ?? ""}`;
    await placeRow("tallies", { client_id, subject, period: "all", count: 1, ends_at: null });
    if (given.holds !== undefined)
      await placeDelivery({ client_id, destination_id, status: "held", ...given.holds });
    return { client_id, destination_id, source, subject };
  };
  const isLeft = async (given: Parameters<typeof mark>[0]) => {
    const [asked, other] = [await mark(given), await mark({ holds: {} })];
    await runBatch(env.DB, [forgetMarks(pipelineScope, [asked])]);
    expect(await countsOf(other.client_id)).toHaveLength(1);
    return (await countsOf(asked.client_id)).length === 1;
  };

  it.each<[what: string, given: Parameters<typeof mark>[0], left: boolean]>([
    ["goes where nothing is held", {}, false],
    ["stays where something is held", { holds: {} }, true],
    ["stays where something of its source is held", { source: "x", holds: { held_source: "x" } }, true],
    ["goes where something of another source is held", { source: "x", holds: { held_source: "y" } }, false],
    ["goes where all is held, and not its source", { source: "x", holds: {} }, false],
    ["goes where but a source is held", { holds: { held_source: "x" } }, false],
    ["goes where what was held is due", { holds: { status: "pending" } }, false],
  ])("%s", async (_what, given, left) => {
    expect(await isLeft(given)).toBe(left);
  });
});

it("what waits for a destination is counted up to as many as are asked for", async () => {
  const [destination, other] = [newId(), newId()];
  const place = (given: Partial<DeliveriesTable>) => placeDelivery({ destination_id: destination, ...given });
  for (const status of ["pending", "in_flight"] as const) await place({ status, next_attempt_at: 5 });
  await place({ status: "held", next_attempt_at: null });
  await place({ status: "delivered", settled_at: 1, next_attempt_at: 5 });
  await placeDelivery({ destination_id: other });
  const waiting = (most: number) =>
    runOne(env.DB, waitingNow(pipelineScope, [destination, other, "none"], most));
  const expected = (it: number) =>
    new Map([
      [destination, it],
      [other, 1],
      ["none", 0],
    ]);
  expect(await waiting(9)).toEqual(expected(2));
  expect(await waiting(1)).toEqual(expected(1));
});

it("what is counted of a client is read by those who have it, in periods that are not over", async () => {
  const [client, other] = [newId(), newId()];
  const tally = (subject: string, ends_at: number | null, client_id = client) =>
    placeRow("tallies", { client_id, subject, period: "p", count: 3, ends_at });
  await tally("ever", null);
  await tally("now", nowMs + 1);
  await tally("over", nowMs);
  await tally("other", null, other);
  const read = await runOne(env.DB, talliesOfClient(scopeOf([client]), client, nowMs));
  expect(read).toEqual(
    new Map([
      [tallyKey("ever", "p"), 3],
      [tallyKey("now", "p"), 3],
    ]),
  );
  expect(() => talliesOfClient(scopeOf([other]), client, nowMs)).toThrow();
});
