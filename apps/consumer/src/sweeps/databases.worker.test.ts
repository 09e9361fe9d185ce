import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { tenantWithDeliveries } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { sampleSubmission } from "../../test/sample-submission.ts";
import { rows } from "../../test/tenant.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { openBudget } from "./budget.ts";
import { sweepDeliveries } from "./deliveries/sweep-deliveries.ts";
import { sweepReplays } from "./replays/sweep-replays.ts";
import { runSweeps } from "./run-sweeps.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  const { keys } = await env.KV.list({ prefix: kvPrefixes.deadLetter });
  await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
  await env.DB.batch([
    env.DB.prepare("DELETE FROM dead_letters"),
    env.DB.prepare("DELETE FROM replay_plans"),
    env.DB.prepare("DELETE FROM sweep_runs"),
  ]);
});

const failedTasks = async () => (await runOne(env.DB, lastSweep(pipelineScope)))?.failed;
const letterTo = (kind: "storage_unavailable" | "poison") =>
  submissionLetter(sampleSubmission(), { kind, cause: "failed", attempts: 1, failedAt: testNow });

describe.each(["D1_ERROR: Network connection lost.", "D1_ERROR: no such table: deliveries: SQLITE_ERROR"])(
  "a database that says %j",
  (says) => {
    const withAway = (now = testNow) => {
      const away = failing(env.DB, ["batch"], new Error(says));
      const leadDatabase = (name: string) => (name === "DB" ? env.DB : away);
      return testDependencies({ leadDatabaseNames: ["DB_AWAY", "DB"], leadDatabase, now: () => now });
    };

    it("keeps no other's deliveries from being woken, nor its letters from the queue, and is told of", async () => {
      const { tenant } = await tenantWithDeliveries();
      const dependencies = withAway();
      const letter = letterTo("storage_unavailable");
      await recordDeadLetters(dependencies, [letter]);
      await runSweeps(dependencies);
      const { destinationId: destination_id } = tenant;
      expect(dependencies.deliveriesQueue.sent).toContainEqual({
        v: 1,
        type: "run",
        database: "DB",
        destination_id,
      });
      expect(dependencies.leadsQueue.sent.map(({ submission_id }) => submission_id)).toEqual([
        letter.submission_id,
      ]);
      expect(await failedTasks()).toEqual({
        confirmations: expect.stringContaining(`DB_AWAY: ${says}`),
        deliveries: expect.stringContaining(`DB_AWAY: ${says}`),
        "unmatched callbacks": expect.stringContaining(`DB_AWAY: ${says}`),
        "storage letters": expect.stringContaining(`DB_AWAY: ${says}`),
        quarantine: expect.stringContaining(`DB_AWAY: ${says}`),
        exchanges: expect.stringContaining(`DB_AWAY: ${says}`),
        sizes: expect.stringContaining(`DB_AWAY: ${says}`),
        tallies: expect.stringContaining(`DB_AWAY: ${says}`),
        sessions: expect.stringContaining(`DB_AWAY: ${says}`),
        "text rewrites": expect.stringContaining(`DB_AWAY: ${says}`),
      });
    });

    it("keeps no other's parked letters in KV", async () => {
      const [its, anothers] = [letterTo("poison"), letterTo("poison")];
      await env.KV.put(kvKeys.deadLetter(1, its.id), JSON.stringify({ database: "DB_AWAY", letter: its }));
      await env.KV.put(
        kvKeys.deadLetter(2, anothers.id),
        JSON.stringify({ database: "DB", letter: anothers }),
      );
      await runSweeps(withAway());
      const { keys } = await env.KV.list({ prefix: kvPrefixes.deadLetter });
      expect(keys.map(({ name }) => name)).toEqual([kvKeys.deadLetter(1, its.id)]);
      expect(await rows("SELECT id FROM dead_letters WHERE kind = 'poison'")).toEqual([{ id: anothers.id }]);
      expect(await failedTasks()).toHaveProperty("parked dead letters", expect.stringContaining("DB_AWAY"));
    });

    it("has a replay that needs it told of", async () => {
      await env.DB.prepare(
        `INSERT INTO replay_plans (id, created_by, filter_json, until, parts_json, summary_json, state, created_at, expires_at, applied_at)
         VALUES ('plan', 'o', '{"status":"dead"}', 0, '[{"client_id":"c","database":"DB_AWAY"}]', '{}', 'running', 0, 1, 1)`,
      ).run();
      await runSweeps(withAway());
      expect(await failedTasks()).toHaveProperty("replays", `plan: ${says}`);
    });
  },
);

it("begins at another database each minute", async () => {
  const asked: string[] = [];
  for (let minute = 0; minute < 3; minute += 1) {
    const leadDatabase = (name: string) => {
      asked.push(name);
      return env.DB;
    };
    const given = { leadDatabaseNames: ["A", "B", "C"], leadDatabase, now: () => minute * 60_000 };
    await sweepDeliveries(testDependencies(given));
  }
  expect(asked).toEqual(["A", "B", "C", "B", "C", "A", "C", "A", "B"]);
});

it("a replay for which no call is left waits for the next minute, and has not failed", async () => {
  await env.DB.prepare(
    `INSERT INTO replay_plans (id, created_by, filter_json, until, parts_json, summary_json, state, created_at, expires_at, applied_at)
     VALUES ('plan', 'o', '{"status":"dead"}', 0, '[{"client_id":"c","database":"DB"}]', '{}', 'running', 0, 1, 1)`,
  ).run();
  expect(await sweepReplays(testDependencies(), openBudget(2))).toBe(0);
  expect(await sweepReplays(testDependencies(), openBudget(3))).toBe(1);
});
