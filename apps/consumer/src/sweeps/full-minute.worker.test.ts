import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testNow } from "../../test/deliver-messages.ts";
import { tenantWithDeliveries } from "../../test/deliver-wakeups.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { limitedCalls } from "../../test/limited-calls.ts";
import { sampleSubmission } from "../../test/sample-submission.ts";
import { seedClient } from "../../test/seed-client.ts";
import { rows } from "../../test/tenant.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { mostCalls } from "./budget.ts";
import { reservedForRecord, runSweeps, shares } from "./run-sweeps.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const minute = 60_000;
const letterOf = (kind: "storage_unavailable" | "poison", payload: Record<string, string> = {}) =>
  submissionLetter(sampleSubmission({ payload }), { kind, cause: "failed", attempts: 1, failedAt: testNow });
const inKv = async (prefix: string) => (await env.KV.list({ prefix })).keys.length;
const count = async (from: string) => (await rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))[0]?.n;

it("the shares of all, and what writing it down takes, are what an invocation may ask", () => {
  const shared = Object.values(shares).reduce((sum, share) => sum + share, 0);
  expect(shared + reservedForRecord).toBe(mostCalls);
});

it("with everything full at once each minute stays within a thousand calls, and within minutes all is done, once", async () => {
  const spilled = Array.from({ length: 900 }, () => sampleSubmission());
  for (const message of spilled)
    await env.KV.put(kvKeys.spill(message.submission_id), JSON.stringify(message));
  const parked = Array.from({ length: 250 }, () => letterOf("poison"));
  for (const [index, letter] of parked.entries())
    await env.KV.put(kvKeys.deadLetter(1000 + index, letter.id), JSON.stringify({ database: "DB", letter }));
  // Two of these fit a call to the queue.
  const waiting = Array.from({ length: 300 }, () =>
    letterOf("storage_unavailable", { text: "x".repeat(90_000) }),
  );
  for (const letter of waiting) await runOne(env.DB, insertDeadLetters(pipelineScope, [letter], 1));
  await Promise.all(Array.from({ length: 130 }, () => seedClient()));
  const { tenant } = await tenantWithDeliveries(40);
  const runOfTenant = { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId };

  const queued: string[] = [];
  const perMinute = [];
  for (let at = 0; at < 6; at += 1) {
    const { calls, dependencies, queued: minutes } = limitedCalls(mostCalls);
    const now = testNow + at * minute;
    await runSweeps({ ...dependencies, now: () => now });
    expect(calls.made).toBeLessThanOrEqual(mostCalls);
    const run = await runOne(env.DB, lastSweep(pipelineScope));
    expect(run).toMatchObject({ started_at: now, failed: {} });
    const runs = minutes.deliveries.sent.filter(({ type }) => type !== "sweep");
    expect(runs).toEqual([runOfTenant, runOfTenant]);
    queued.push(...minutes.leads.sent.map(({ submission_id }) => submission_id));
    perMinute.push({
      spilled: await inKv(kvPrefixes.spill),
      parked: await inKv(kvPrefixes.deadLetter),
      letters: await count("dead_letters WHERE kind = 'storage_unavailable' AND state = 'open'"),
      forms: run?.stale_forms,
      clients: run?.stale_clients,
    });
  }
  const [first] = perMinute;
  for (const [what, before] of Object.entries({
    spilled: 900,
    parked: 250,
    letters: 300,
    forms: 131,
    clients: 131,
  }))
    expect(first).toHaveProperty(
      what,
      expect.toSatisfy((left: number) => left < before),
    );
  expect(perMinute.at(-1)).toEqual({ spilled: 0, parked: 0, letters: 0, forms: 0, clients: 0 });
  expect(queued.toSorted()).toEqual(
    [...spilled, ...waiting].map(({ submission_id }) => submission_id ?? "").toSorted(),
  );
  expect(await count("dead_letters WHERE kind = 'poison' AND state = 'open'")).toBe(parked.length);
});

it("a queue that refuses everything, and spills nobody can read, leave forms to be published", async () => {
  for (let index = 0; index < 700; index += 1)
    await env.KV.put(kvKeys.spill(crypto.randomUUID()), JSON.stringify(sampleSubmission()));
  for (let index = 0; index < 200; index += 1) await env.KV.put(kvKeys.spill(`0${index}`), "{broken");
  await seedClient();
  const { calls, dependencies } = limitedCalls(mostCalls);
  const refusing = fakeQueue<SubmissionMessage>(() => true);
  await runSweeps({ ...dependencies, leadsQueue: refusing, now: () => testNow + 100 * minute });
  expect(calls.made + refusing.calls).toBeLessThanOrEqual(mostCalls);
  const run = await runOne(env.DB, lastSweep(pipelineScope));
  expect(run).toMatchObject({
    started_at: testNow + 100 * minute,
    failed: {},
    stale_forms: 0,
    stale_clients: 0,
  });
});
