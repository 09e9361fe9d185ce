import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
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
  const { keys } = await tenantWithDeliveries();
  await seedClient();
  const dependencies = { ...testDependencies(), kv: hanging(env.KV, ["get", "put", "list"]) };
  void runSweeps(dependencies);
  const woken = () => dependencies.deliveriesQueue.sent.flatMap((wakeup) => wakeup.keys);
  await vi.waitFor(() => expect(woken()).toContainEqual(expect.objectContaining(keys[0] ?? {})));
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
