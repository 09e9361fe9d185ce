import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { failing } from "../../../test/failing.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { placeRow } from "../../../test/place-row.ts";
import { scannedTables } from "../../../test/query-plans.ts";
import { newTenant, rows } from "../../../test/tenant.ts";
import {
  destinationsToForget,
  forgetAnswerShapes,
  forgetCounts,
  forgetDestinations,
} from "@leadrelay/db/destinations/deleted-destinations";
import { pipelineScope } from "@leadrelay/db/scope";
import { openBudget } from "../budget.ts";
import { forgetDeletedDestinations } from "./forget-deleted.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const now = 1_796_000_000_000;
const dayMs = 86_400_000;
beforeEach(() =>
  env.DB.prepare("UPDATE destinations SET forgotten_at = 1 WHERE deleted_at IS NOT NULL").run(),
);

const sweep = (given: Partial<Parameters<typeof forgetDeletedDestinations>[0]> = {}, calls?: number) =>
  forgetDeletedDestinations(
    { control: env.DB, leadDatabase: () => env.DB, now: () => now, ...given },
    openBudget(calls),
  );

/** A destination of which something is kept wherever something may be. */
async function destination(deleted_at: number | null = now - dayMs) {
  const { clientId: client_id, destinationId: destination_id } = await newTenant();
  await env.DB.prepare("UPDATE destinations SET deleted_at = ? WHERE id = ?")
    .bind(deleted_at, destination_id)
    .run();
  const own = { destination_id, client_id };
  await placeRow("answer_shapes", {
    ...own,
    fingerprint: "f",
    count: 1,
    first_seen_at: 1,
    last_day: 1,
    sample: "{}",
    is_judged: 1,
  });
  const tally = { client_id, period: "all", count: 1, ends_at: null };
  for (const subject of ["cap", "held", "return"])
    await placeRow("tallies", { ...tally, subject: `${subject}:${destination_id}` });
  await placeRow("tallies", { ...tally, subject: `cap:${destination_id}:google` });
  await placeRow("tallies", { ...tally, subject: `held:${destination_id}:zalo` });
  // Of another, whose id begins as this one's does.
  await placeRow("tallies", { ...tally, subject: `cap:${destination_id}0` });
  await placeRow("destination_health", {
    ...own,
    state: "down",
    since: 1,
    suspects_json: "[]",
    refusals_json: "[]",
    is_refusing: 0,
  });
  await placeRow("destination_tokens", { ...own, sealed_token: "s", settings_mark: "m", expires_at: 1 });
  await placeRow("destination_pace", { destination_id, per_second: 1, next_slot_at: 1 });
  await placeRow("destination_runs", { ...own, slot: 0, lease_until: 1 });
  const of = async (table: string) => {
    const found = await rows<{ n: number }>(
      `SELECT count(*) AS n FROM ${table} WHERE destination_id = ?`,
      destination_id,
    );
    return found[0]?.n ?? 0;
  };
  const kept = async () => {
    const tables = [
      "answer_shapes",
      "destination_health",
      "destination_tokens",
      "destination_pace",
      "destination_runs",
    ];
    const counts = await rows<{ subject: string }>(
      "SELECT subject FROM tallies WHERE client_id = ?",
      client_id,
    );
    const others = counts.filter(({ subject }) => subject === `cap:${destination_id}0`).length;
    return [...(await Promise.all(tables.map(of))), counts.length - others, others];
  };
  return { destination_id, kept };
}
const all = [1, 1, 1, 1, 1, 5, 1];
const none = [0, 0, 0, 0, 0, 0, 1];

it("all that is kept of a destination that was deleted a day ago is forgotten, once; its row and others' stay", async () => {
  const [gone, stays, fresh] = [
    await destination(),
    await destination(null),
    await destination(now - dayMs + 1),
  ];
  expect(await gone.kept()).toEqual(all);
  expect(await sweep()).toBe(1);
  expect([await gone.kept(), await stays.kept(), await fresh.kept()]).toEqual([none, all, all]);
  expect(await rows("SELECT forgotten_at FROM destinations WHERE id = ?", gone.destination_id)).toEqual([
    { forgotten_at: now },
  ]);
  expect(await sweep()).toBe(0);
});

it("what is kept of a client that may be restored is kept until it may not: its caps would begin anew", async () => {
  const gone = await destination();
  const alone = await destination();
  const withClient = async (deleted_at: number) =>
    env.DB.batch(
      [
        "clients SET deleted_at = ?1 WHERE id = (SELECT client_id FROM destinations WHERE id = ?2)",
        "destinations SET deleted_at = ?1 WHERE id = ?2",
      ].map((change) => env.DB.prepare(`UPDATE ${change}`).bind(deleted_at, gone.destination_id)),
    );
  await withClient(now - 30 * dayMs + 1);
  expect(await sweep()).toBe(1);
  expect([await gone.kept(), await alone.kept()]).toEqual([all, none]);
  await withClient(now - 30 * dayMs - 1);
  expect(await sweep()).toBe(1);
  expect(await gone.kept()).toEqual(none);
});

it("what a database that is away keeps is forgotten once it is back", async () => {
  const gone = await destination();
  await expect(sweep({ leadDatabase: () => failing(env.DB, ["batch"]) })).rejects.toThrow("DB: ");
  expect(await gone.kept()).toEqual(all);
  expect(await sweep()).toBe(1);
  expect(await gone.kept()).toEqual(none);
});

it.each([0, 1, 2])("with %s calls what is left goes on in the next minute", async (calls) => {
  const gone = await destination();
  expect(await sweep({}, calls)).toBe(calls < 2 ? 0 : 1);
  await sweep();
  expect(await gone.kept()).toEqual(none);
});

it("so many counts that they take several minutes are all forgotten before it is marked", async () => {
  const gone = await destination();
  await env.DB.prepare(
    `INSERT INTO tallies (client_id, subject, period, count, ends_at)
     SELECT d.client_id, 'cap:' || d.id || ':' || j.value, 'all', 1, NULL FROM destinations AS d, json_each(?) AS j WHERE d.id = ?`,
  )
    .bind(JSON.stringify(Array.from({ length: 1_000 }, (_, index) => `s${index}`)), gone.destination_id)
    .run();
  expect(await sweep()).toBe(0);
  expect(await sweep()).toBe(1);
  expect(await gone.kept()).toEqual(none);
});

it("an idle minute reads next to nothing, and nothing is looked for in a whole table", async () => {
  await destination(null);
  const { bill, databases } = meteredD1();
  expect(await sweep(databases)).toBe(0);
  expect(bill).toMatchObject({ calls: 1, written: 0 });
  expect(bill.read).toBeLessThan(5);
  const some = [{ id: "d", client_id: "c", database: "DB" }];
  for (const { query } of [
    destinationsToForget(pipelineScope, { deletedBy: now, restorableBy: 1 }, 20),
    forgetAnswerShapes(pipelineScope, some),
    forgetCounts(pipelineScope, some, 10),
    ...forgetDestinations(pipelineScope, some, now),
  ])
    expect(await scannedTables(query.sql)).toEqual([]);
});
