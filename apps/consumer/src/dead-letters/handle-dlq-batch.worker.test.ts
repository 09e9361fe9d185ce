import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import {
  applyD1Migrations,
  createMessageBatch,
  env,
  getQueueResult,
  createExecutionContext,
} from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { failing } from "../../test/failing.ts";
import { sampleSubmission } from "../../test/sample-submission.ts";
import { dependenciesOf, type Dependencies } from "../dependencies.ts";
import { handleDlqBatch } from "./handle-dlq-batch.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const now = 1_700_000_600_000;
const working: Dependencies = { ...dependenciesOf(env), now: () => now };
const withoutD1: Dependencies = {
  ...working,
  control: failing(env.DB, ["batch"]),
  leadDatabase: () => failing(env.DB, ["batch"]),
};

async function handle(bodies: readonly unknown[], dependencies = working) {
  const messages = bodies.map((body) => ({
    id: crypto.randomUUID(),
    timestamp: new Date(now),
    attempts: 1,
    body,
  }));
  const batch = createMessageBatch("leads-dlq", messages);
  await handleDlqBatch(batch, dependencies);
  const result = await getQueueResult(batch, createExecutionContext());
  return { acked: result.explicitAcks.length, retried: result.retryMessages.length };
}

const letters = async (where: string, value: string) =>
  (await env.DB.prepare(`SELECT * FROM dead_letters WHERE ${where} = ?`).bind(value).all()).results;
const letterOf = (submissionId: string) => letters("submission_id", submissionId);
const parkedKeys = async () =>
  (await env.KV.list({ prefix: kvPrefixes.deadLetter })).keys.map(({ name }) => name);

describe("a message the queue gave up on", () => {
  it("is a letter that holds the whole message", async () => {
    const submission = sampleSubmission();
    expect(await handle([submission])).toEqual({ acked: 1, retried: 0 });
    expect(await letterOf(submission.submission_id)).toMatchObject([
      {
        kind: "poison",
        cause: "retries_exhausted",
        state: "open",
        client_id: "client-1",
        payload_json: JSON.stringify(submission),
        first_failed_at: submission.received_at,
        last_failed_at: now,
        created_at: now,
      },
    ]);
  });

  it("waits for D1 when that is why it failed", async () => {
    const outage = { tries: 7, commit_attempted_at: null, direct: {} };
    const submission = sampleSubmission({ outage });
    await handle([submission]);
    expect(await letterOf(submission.submission_id)).toMatchObject([
      { kind: "storage_unavailable", attempts: 7 },
    ]);
  });

  it("is one letter however often it is delivered", async () => {
    const submission = sampleSubmission();
    const strange = { hello: crypto.randomUUID() };
    await handle([submission, strange]);
    await handle([submission, strange, strange]);
    expect(await letterOf(submission.submission_id)).toHaveLength(1);
    expect(await letters("payload_json", JSON.stringify(strange))).toMatchObject([
      { kind: "invalid_message", client_id: null, submission_id: null },
    ]);
  });

  it("opens its letter anew when it fails after a replay, and only then", async () => {
    const submission = sampleSubmission();
    const state = async () => (await letterOf(submission.submission_id))[0]?.["state"];
    await handle([submission]);
    const settle = "UPDATE dead_letters SET state = 'replayed', settled_at = ? WHERE submission_id = ?";
    await env.DB.prepare(settle)
      .bind(now + 1, submission.submission_id)
      .run();
    await handle([submission]);
    expect(await state()).toBe("replayed");
    await handle([submission], { ...working, now: () => now + 2 });
    expect(await state()).toBe("open");
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    ["text", '"text"'],
    [new Map([["a", 1]]), "{}"],
    [12n, "12"],
    [{ v: 9, type: "submission" }, '{"v":9,"type":"submission"}'],
  ])("that is no submission (%o) is kept all the same", async (body, text) => {
    expect(await handle([body, sampleSubmission()])).toEqual({ acked: 2, retried: 0 });
    expect(await letters("payload_json", text)).toMatchObject([{ kind: "invalid_message", state: "open" }]);
  });

  it("of a client whose database is no longer bound is kept in DB", async () => {
    const form = { form_id: "f", client_id: "client-2", database: "DB_GONE", default_region: null };
    const submission = sampleSubmission({ form });
    expect(await handle([submission])).toEqual({ acked: 1, retried: 0 });
    expect(await letterOf(submission.submission_id)).toMatchObject([{ client_id: "client-2" }]);
  });

  it("comes in a batch larger than one parameter", async () => {
    const payload = { text: "x".repeat(90_000) };
    const submissions = Array.from({ length: 30 }, () => sampleSubmission({ payload }));
    expect(await handle(submissions)).toEqual({ acked: 30, retried: 0 });
    for (const { submission_id } of submissions) expect(await letterOf(submission_id)).toHaveLength(1);
  });
});

describe("while D1 is away", () => {
  it("a letter waits in KV, without an end", async () => {
    const submission = sampleSubmission();
    expect(await handle([submission], withoutD1)).toEqual({ acked: 1, retried: 0 });
    const { keys } = await env.KV.list({ prefix: `${kvPrefixes.deadLetter}${now}:` });
    expect(keys).toHaveLength(1);
    expect(keys[0]?.expiration).toBeUndefined();
    expect(await env.KV.get(keys[0]?.name ?? "", "json")).toMatchObject({
      database: "DB",
      letter: { submission_id: submission.submission_id, kind: "poison" },
    });
  });

  it("and KV too, the message stays in the queue", async () => {
    const before = await parkedKeys();
    const dependencies = { ...withoutD1, kv: failing(env.KV, ["put"]) };
    expect(await handle([sampleSubmission(), "text"], dependencies)).toEqual({ acked: 0, retried: 2 });
    expect(await parkedKeys()).toEqual(before);
  });
});
