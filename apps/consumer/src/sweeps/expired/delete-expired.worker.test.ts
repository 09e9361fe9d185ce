import { deleteExpiredAnswers, deleteExpiredNonces } from "@leadrelay/db/expired/delete-expired";
import { deleteExpiredPlanning, deleteExpiredPlans } from "@leadrelay/db/replays/delete-expired-plans";
import { forgetAttempts } from "@leadrelay/db/sign-in/count-attempt";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { scannedTables } from "../../../test/query-plans.ts";
import { rows } from "../../../test/tenant.ts";
import { deleteExpired } from "./delete-expired.ts";

const at = 1_790_000_000_000;
const minute = 60_000;
const hour = 60 * minute;
const sweep = (control = env.DB) => deleteExpired({ control, now: () => at });

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() =>
  env.DB.batch(
    ["request_nonces", "idempotent_requests", "rate_limits", "replay_plans", "replay_planning"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  ),
);

const numbered = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => index));
const addNonces = (name: string, expiresAt: number, count = 1) =>
  env.DB.prepare(
    "INSERT INTO request_nonces (key_id, nonce, expires_at) SELECT 'lrk', ?1 || value, ?2 FROM json_each(?3)",
  )
    .bind(name, expiresAt, numbered(count))
    .run();
const addAnswers = (name: string, expiresAt: number, count = 1) =>
  env.DB.prepare(
    `INSERT INTO idempotent_requests (actor_id, idempotency_key, request_hash, sealed_answer, expires_at)
     SELECT 'key:lrk', ?1 || value, '', '', ?2 FROM json_each(?3)`,
  )
    .bind(name, expiresAt, numbered(count))
    .run();

const addPlans = (name: string, expiresAt: number, { applied = false, state = "planned", count = 1 } = {}) =>
  env.DB.prepare(
    `INSERT INTO replay_plans (id, created_by, filter_json, until, parts_json, summary_json, state, created_at, expires_at, applied_at)
     SELECT ?1 || value, 'op', '{}', 0, '[]', '{}', ?2, 0, ?3, ?4 FROM json_each(?5)`,
  )
    .bind(name, state, expiresAt, applied ? 1 : null, numbered(count))
    .run();

it("plans that nobody applied in time are removed, cancelled ones too, and no other", async () => {
  await addPlans("over", at);
  await addPlans("over and cancelled", at, { state: "cancelled" });
  await addPlans("good", at + 1);
  await addPlans("applied", at - hour, { applied: true, state: "done" });
  await addPlans("applied and cancelled", at - hour, { applied: true, state: "cancelled" });
  expect(await sweep()).toBe(2);
  expect((await rows("SELECT id FROM replay_plans ORDER BY id")).map(({ id }) => id)).toEqual([
    "applied and cancelled0",
    "applied0",
    "good0",
  ]);
});

it("what somebody began to plan and left is removed once it lapsed", async () => {
  const begin = (who: string, lapsesAt: number) =>
    env.DB.prepare("INSERT INTO replay_planning VALUES (?1, ?1, '{}', 0, 0, ?2)").bind(who, lapsesAt).run();
  await begin("left", at);
  await begin("under way", at + 1);
  expect(await sweep()).toBe(1);
  expect(await rows("SELECT created_by FROM replay_planning")).toEqual([{ created_by: "under way" }]);
});

it("a minute removes a thousand plans, in steps, and reads no others", async () => {
  await addPlans("old", at - hour, { count: 1_050 });
  await addPlans("good", at + hour, { count: 500 });
  await addPlans("applied", at - hour, { applied: true, state: "done", count: 500 });
  const { bill, databases } = meteredD1();
  expect(await sweep(databases.control)).toBe(1_000);
  expect(bill.calls).toBe(10);
  expect(bill.read).toBeLessThan(5 * 1_000);
  expect(await sweep()).toBe(50);
});

it("what ran out is removed, what still guards stays", async () => {
  await addNonces("over", at - minute);
  await addNonces("just over, perhaps not by another clock", at - minute + 1);
  await addNonces("good", at + 1);
  await addAnswers("over", at);
  await addAnswers("good", at + 1);
  await env.DB.prepare(
    "INSERT INTO rate_limits (id, key, count, last_request) VALUES ('a', 'over', 1, ?), ('b', 'counts', 1, ?)",
  )
    .bind(at - hour, at - hour + 1)
    .run();
  expect(await sweep()).toBe(3);
  expect(await rows("SELECT nonce FROM request_nonces ORDER BY nonce")).toEqual([
    { nonce: "good0" },
    { nonce: "just over, perhaps not by another clock0" },
  ]);
  expect(await rows("SELECT idempotency_key FROM idempotent_requests")).toEqual([
    { idempotency_key: "good0" },
  ]);
  expect(await rows("SELECT key FROM rate_limits")).toEqual([{ key: "counts" }]);
  expect(await sweep()).toBe(0);
});

it("a minute removes a bounded number, the oldest first, and reads no others", async () => {
  await addNonces("old", at - hour, 10_500);
  await addNonces("good", at + hour, 3000);
  await addAnswers("old", at - hour, 1500);
  const { bill, databases } = meteredD1();
  expect(await sweep(databases.control)).toBe(10_000 + 1500);
  expect(bill.calls).toBe(10);
  expect(bill.read).toBeLessThan(5 * 11_500);
  expect(await sweep()).toBe(500);
  expect(await rows("SELECT count(*) AS left FROM request_nonces")).toEqual([{ left: 3000 }]);
});

it.each([
  ["nonces", deleteExpiredNonces(pipelineScope, at, 10)],
  ["answers", deleteExpiredAnswers(pipelineScope, at, 10)],
  ["plans", deleteExpiredPlans(pipelineScope, at, 10)],
  ["plans that were begun", deleteExpiredPlanning(pipelineScope, at, 10)],
  ["attempts", forgetAttempts(pipelineScope, hour, at)],
])("%s are found by when they run out", async (_what, statement) => {
  expect(await scannedTables(statement.query.sql)).toEqual([]);
});
