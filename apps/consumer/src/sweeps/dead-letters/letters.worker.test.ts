import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failing } from "../../../test/failing.ts";
import { fakeQueue } from "../../../test/fake-queue.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { sampleSubmission } from "../../../test/sample-submission.ts";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../../dead-letters/submission-letter.ts";
import { dependenciesOf, type Dependencies } from "../../dependencies.ts";
import { moveParkedLetters } from "./move-parked-letters.ts";
import { replayStorageLetters } from "./replay-storage-letters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  const { keys } = await env.KV.list({ prefix: kvPrefixes.deadLetter });
  await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
  await env.DB.prepare("DELETE FROM dead_letters").run();
});

const now = 1_700_000_600_000;
const working: Dependencies = { ...dependenciesOf(env), now: () => now };
const d1Down: Dependencies = { ...working, leadDatabase: () => failing(env.DB, ["batch"]) };

const record = (message: SubmissionMessage, dependencies = working) =>
  recordDeadLetters(dependencies, [
    submissionLetter(message, { kind: "storage_unavailable", cause: "failed", attempts: 3, failedAt: now }),
  ]);
const letterOf = ({ submission_id }: SubmissionMessage) =>
  env.DB.prepare("SELECT * FROM dead_letters WHERE submission_id = ?").bind(submission_id).first();
/** Reads, but takes no update. */
function failingWrites(d1: D1Database): D1Database {
  const prepare = (query: string) => {
    if (query.includes("UPDATE")) throw new Error("D1_ERROR: Network connection lost.");
    return d1.prepare(query);
  };
  const batch = (statements: D1PreparedStatement[]) => d1.batch(statements);
  return Object.assign(Object.create(d1) as D1Database, { prepare, batch });
}
const parked = async () => (await env.KV.list({ prefix: kvPrefixes.deadLetter })).keys.length;

describe("a dead letter in KV", () => {
  it("moves to D1 when it answers again, and leaves KV", async () => {
    const message = sampleSubmission();
    await record(message, d1Down);
    await expect(moveParkedLetters(d1Down)).rejects.toThrow("Network connection lost");
    expect(await parked()).toBe(1);
    expect(await moveParkedLetters(working)).toMatchObject({ moved: 1 });
    expect(await parked()).toBe(0);
    expect(await letterOf(message)).toMatchObject({ state: "open", attempts: 3, last_failed_at: now });
  });

  it("is one letter when the worker dies before the delete", async () => {
    await record(sampleSubmission(), d1Down);
    await expect(moveParkedLetters({ ...working, kv: failing(env.KV, ["delete"]) })).rejects.toThrow();
    expect(await moveParkedLetters(working)).toMatchObject({ moved: 1 });
    expect(await env.DB.prepare("SELECT count(*) AS n FROM dead_letters").first("n")).toBe(1);
  });

  it("that D1 refuses stays, and keeps back no other", async () => {
    const message = sampleSubmission();
    const bad = { database: "DB", letter: { id: "bad", kind: "poison" } };
    await env.KV.put(kvKeys.deadLetter(1, "bad"), JSON.stringify(bad));
    await record(message, d1Down);
    expect(await moveParkedLetters(working)).toMatchObject({ moved: 1 });
    expect(await letterOf(message)).not.toBeNull();
    expect(await env.KV.get(kvKeys.deadLetter(1, "bad"))).not.toBeNull();
  });

  it("goes to D1 with all others of its page in one call, and those that D1 refuses cost a few more", async () => {
    const calls = async (bad: readonly number[]) => {
      for (let index = 0; index < 100; index += 1) {
        const letter = submissionLetter(sampleSubmission(), {
          kind: "poison",
          cause: "failed",
          attempts: 1,
          failedAt: now,
        });
        const parkedLetter = bad.includes(index) ? { id: letter.id, kind: "poison" } : letter;
        await env.KV.put(
          kvKeys.deadLetter(1000 + index, letter.id),
          JSON.stringify({ database: "DB", letter: parkedLetter }),
        );
      }
      const { bill, databases } = meteredD1();
      expect(await moveParkedLetters({ ...working, ...databases })).toMatchObject({
        moved: 100 - bad.length,
      });
      expect(await parked()).toBe(bad.length);
      return bill.calls;
    };
    expect(await calls([])).toBe(1);
    expect(await calls([17, 80])).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(100)));
  });

  it.each(["{broken", "null", "[]"])("that cannot be read (%s) is a letter about its text", async (text) => {
    await env.KV.put(kvKeys.deadLetter(1, "odd"), text);
    expect(await moveParkedLetters(working)).toMatchObject({ moved: 1 });
    const letter = await env.DB.prepare("SELECT * FROM dead_letters WHERE payload_json = ?")
      .bind(text)
      .first();
    expect(letter).toMatchObject({ kind: "invalid_message", cause: "broken_record", state: "open" });
    expect(await parked()).toBe(0);
  });

  it("is moved by two sweeps at once without harm", async () => {
    await record(sampleSubmission(), d1Down);
    await Promise.all([moveParkedLetters(working), moveParkedLetters(working)]);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM dead_letters").first("n")).toBe(1);
  });
});

describe("a letter that waits for D1", () => {
  it("is replayed by itself, with all that happened to its message", async () => {
    const outage = { tries: 4, commit_attempted_at: 5, direct: {} };
    const message = sampleSubmission({ outage });
    await record(message);
    const queue = fakeQueue<SubmissionMessage>();
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1 });
    expect(queue.sent).toEqual([message]);
    expect(await letterOf(message)).toMatchObject({
      state: "replayed",
      settled_by: "system",
      settled_at: now,
    });
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 0 });
  });

  it("stays open while the queue refuses, or D1 is away", async () => {
    const message = sampleSubmission();
    await record(message);
    const refusing = fakeQueue<SubmissionMessage>(() => true);
    await expect(replayStorageLetters({ ...working, leadsQueue: refusing })).rejects.toThrow("15000");
    await expect(replayStorageLetters({ ...d1Down, leadsQueue: fakeQueue() })).rejects.toThrow(
      "Network connection lost",
    );
    expect(await letterOf(message)).toMatchObject({ state: "open" });
  });

  it("is sent twice under the same id when the worker dies before the mark", async () => {
    const message = sampleSubmission();
    await record(message);
    const queue = fakeQueue<SubmissionMessage>();
    const dying = { ...working, leadsQueue: queue, leadDatabase: () => failingWrites(env.DB) };
    await expect(replayStorageLetters(dying)).rejects.toThrow("Network connection lost");
    expect(await letterOf(message)).toMatchObject({ state: "open" });
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1 });
    expect(queue.sent).toEqual([message, message]);
  });

  it("is one of many: a day's backlog goes a thousand a minute", async () => {
    const messages = Array.from({ length: 1005 }, () => sampleSubmission());
    const letters = messages.map((message) =>
      submissionLetter(message, { kind: "storage_unavailable", cause: "failed", attempts: 1, failedAt: now }),
    );
    await recordDeadLetters(working, letters);
    const queue = fakeQueue<SubmissionMessage>();
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1000 });
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 5 });
    expect(new Set(queue.sent.map(({ submission_id }) => submission_id)).size).toBe(1005);
  });

  it("opens anew when its message fails again, whatever the clock of whoever replayed it said", async () => {
    const message = sampleSubmission();
    await record(message);
    const fast = { ...working, now: () => now + 600_000, leadsQueue: fakeQueue<SubmissionMessage>() };
    expect(await replayStorageLetters(fast)).toMatchObject({ moved: 1 });
    const failure = { kind: "storage_unavailable", cause: "failed", attempts: 20 } as const;
    await recordDeadLetters(working, [submissionLetter(message, { ...failure, failedAt: now + 1_000 })]);
    expect(await letterOf(message)).toMatchObject({ state: "open", attempts: 20, settled_at: null });
  });

  it("stays settled when the same failure is recorded once more", async () => {
    const message = sampleSubmission();
    await record(message);
    expect(await replayStorageLetters({ ...working, leadsQueue: fakeQueue() })).toMatchObject({ moved: 1 });
    await record(message);
    expect(await letterOf(message)).toMatchObject({ state: "replayed" });
  });

  it("whose message the queue never takes keeps back no other", async () => {
    const [bad, good] = [sampleSubmission(), sampleSubmission()];
    await record(bad);
    await record(good);
    const queue = fakeQueue<SubmissionMessage>((bodies) =>
      bodies.some(({ submission_id }) => submission_id === bad.submission_id),
    );
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1 });
    expect(queue.sent).toEqual([good]);
    expect(await letterOf(bad)).toMatchObject({ state: "open" });
    expect(await letterOf(good)).toMatchObject({ state: "replayed" });
  });

  it("that fails again before it is marked stays open", async () => {
    const message = sampleSubmission();
    await record(message);
    const queue = fakeQueue<SubmissionMessage>();
    const sendBatch = queue.sendBatch.bind(queue);
    queue.sendBatch = async (messages) => {
      const failure = {
        kind: "storage_unavailable",
        cause: "failed",
        attempts: 20,
        failedAt: now + 1,
      } as const;
      await recordDeadLetters(working, [submissionLetter(message, failure)]);
      return sendBatch(messages);
    };
    expect(await replayStorageLetters({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1 });
    expect(await letterOf(message)).toMatchObject({ state: "open", attempts: 20, last_failed_at: now + 1 });
  });

  it("of another kind waits for a person", async () => {
    const message = sampleSubmission();
    const failure = { kind: "poison", cause: "constraint", attempts: 1, failedAt: now } as const;
    await recordDeadLetters(working, [submissionLetter(message, failure)]);
    expect(await replayStorageLetters({ ...working, leadsQueue: fakeQueue() })).toMatchObject({ moved: 0 });
    expect(await letterOf(message)).toMatchObject({ state: "open" });
  });
});
