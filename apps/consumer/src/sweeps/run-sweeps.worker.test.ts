import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { Journal } from "@leadrelay/contracts/journal";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it, vi } from "vitest";
import { testDependencies } from "../../test/deliver-messages.ts";
import { tenantWithDeliveries } from "../../test/deliver-wakeups.ts";
import { failing, hanging } from "../../test/failing.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { sampleSubmission } from "../../test/sample-submission.ts";
import { seedClient } from "../../test/seed-client.ts";
import { dependenciesOf } from "../dependencies.ts";
import { runSweeps } from "./run-sweeps.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("D1 being away stops no sweep that can do without it", async () => {
  const message = sampleSubmission();
  await env.KV.put(kvKeys.spill(message.submission_id), JSON.stringify(message));
  const queue = fakeQueue<SubmissionMessage>();
  const away = failing(env.DB, ["batch"]);
  await runSweeps({ ...dependenciesOf(env), leadsQueue: queue, control: away, leadDatabase: () => away });
  expect(queue.sent).toEqual([message]);
});

it("KV being away stops no sweep that can do without it", async () => {
  const { formId } = await seedClient();
  const kv = failing(env.KV, ["get", "put", "list", "delete"]);
  await runSweeps({ ...dependenciesOf(env), leadsQueue: fakeQueue(), deliveriesQueue: fakeQueue(), kv });
  await runSweeps({ ...dependenciesOf(env), leadsQueue: fakeQueue(), deliveriesQueue: fakeQueue() });
  const stale = await env.DB.prepare("SELECT snapshot_stale FROM forms WHERE id = ?").bind(formId).first();
  expect(stale).toEqual({ snapshot_stale: 0 });
});

it("KV that hangs keeps no due delivery waiting", async () => {
  const { tenant } = await tenantWithDeliveries();
  await seedClient();
  const dependencies = { ...testDependencies(), kv: hanging(env.KV, ["get", "put", "list"]) };
  void runSweeps(dependencies);
  const run = { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId };
  await vi.waitFor(() => expect(dependencies.deliveriesQueue.sent).toContainEqual(run), 15_000);
});

it("a cron that fires twice changes nothing more", async () => {
  const { formKey } = await seedClient();
  const dependencies = {
    ...dependenciesOf(env),
    leadsQueue: fakeQueue<SubmissionMessage>(),
    deliveriesQueue: fakeQueue(),
  };
  await Promise.all([runSweeps(dependencies), runSweeps(dependencies)]);
  expect(await env.KV.get(kvKeys.form(formKey))).not.toBeNull();
});

it("writes down when it ran, what failed, and what is left to be published", async () => {
  await seedClient();
  const kv = failing(env.KV, ["put"]);
  const clock = { now: () => 1_700_000_000_000 };
  const queues = { leadsQueue: fakeQueue<SubmissionMessage>(), deliveriesQueue: fakeQueue<never>() };
  const journal: Journal = {
    put: async () => {},
    del: async () => {},
    listStale: () => Promise.reject(new Error("no journal")),
  };
  await runSweeps({ ...dependenciesOf(env), ...queues, ...clock, kv, journal });
  const run = await runOne(env.DB, lastSweep(pipelineScope));
  expect(run).toMatchObject({
    started_at: clock.now(),
    finished_at: clock.now(),
    stale_forms: 1,
    stale_clients: 1,
  });
  expect(run?.failed).toEqual({ journal: "no journal" });
  await runSweeps({ ...dependenciesOf(env), ...queues });
  const next = await runOne(env.DB, lastSweep(pipelineScope));
  expect(next).toMatchObject({ failed: {}, stale_forms: 0, stale_clients: 0 });
});
