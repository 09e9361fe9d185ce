import { afterEach, expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import type { ScriptedAnswer } from "../harness/receiver-client.ts";
import { useStack } from "./use-stack.ts";

const timeoutMs = 1_000;
const stack = useStack({ DELIVERY_TIMEOUT_MS: String(timeoutMs) });
const { submitSomebody, stored, delivery, sends } = farEnd(stack);

afterEach(() =>
  stack().query("UPDATE destinations SET enabled = 1, disabled_reason = NULL, retry_schedule = NULL"),
);

/** Somebody new, submitted while the receiver answers as scripted. */
async function submitAnswered(...answers: ScriptedAnswer[]) {
  await stack().receiver.behave(answers);
  return submitSomebody();
}

/** Milliseconds between one send and the next. */
async function pauses(submissionId: string): Promise<number[]> {
  const times = (await sends(submissionId)).map(({ received_at }) => received_at);
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

async function sentIds(submissionId: string): Promise<Set<string>> {
  return new Set((await sends(submissionId)).map(({ body }) => body.make_send_public_id));
}

interface Letter {
  cause: string;
  state: string;
  attempts: number;
  last_status_code: number | null;
}

const lettersOf = (submissionId: string) =>
  stack().query<Letter>(
    "SELECT cause, state, attempts, last_status_code FROM dead_letters WHERE kind = 'delivery' AND submission_id = ?",
    submissionId,
  );

test("500 three times, then 200: four tries at the schedule's intervals, one lead, one id", async () => {
  const id = await submitAnswered({ status: 500, times: 3 });
  const { public_id, attempts, tries } = await delivery(id, "delivered");
  expect(attempts).toBe(4);
  expect(tries.map(({ outcome, status_code }) => [outcome, status_code])).toEqual([
    ["retry", 500],
    ["retry", 500],
    ["retry", 500],
    ["delivered", 200],
  ]);
  expect([...(await sentIds(id))]).toEqual([public_id]);
  const waited = await pauses(id);
  expect(waited).toHaveLength(3);
  for (const [index, waitMs] of [1_000, 2_000, 4_000].entries()) {
    // Not before its time; late only by what a busy machine costs, not by the minute until the next sweep.
    expect(waited[index]).toBeGreaterThan(waitMs - 100);
    expect(waited[index]).toBeLessThan(waitMs + 6_000);
  }
  const [leads] = await stack().query(
    "SELECT count(*) AS n FROM lead_submissions WHERE lead_id = ?",
    (await stored(id)).lead_id,
  );
  expect(leads).toEqual({ n: 1 });
});

test('Make\'s 400 "Queue is full" is tried again', async () => {
  const id = await submitAnswered({ status: 400, body: "Queue is full" });
  expect((await delivery(id, "delivered")).tries).toMatchObject([
    { outcome: "retry", status_code: 400 },
    { outcome: "delivered", status_code: 200 },
  ]);
  expect((await sentIds(id)).size).toBe(1);
});

test("any other 400 is a dead letter at once", async () => {
  const id = await submitAnswered({ status: 400, body: "Invalid data structure" });
  expect(await delivery(id, "dead")).toMatchObject({ attempts: 1, tries: [{ outcome: "refused" }] });
  expect(await lettersOf(id)).toEqual([
    { cause: "refused", state: "open", attempts: 1, last_status_code: 400 },
  ]);
  expect(await sends(id)).toHaveLength(1);
});

test("when the tries run out there is a dead letter", async () => {
  await stack().query("UPDATE destinations SET retry_schedule = '1s'");
  const id = await submitAnswered({ status: 503, times: 5 });
  expect((await delivery(id, "dead")).attempts).toBe(2);
  expect(await lettersOf(id)).toEqual([
    { cause: "exhausted", state: "open", attempts: 2, last_status_code: 503 },
  ]);
  expect(await sends(id)).toHaveLength(2);
});

test("a 410 is a dead letter and disables the destination; the next lead is held, in plain sight", async () => {
  const id = await submitAnswered({ status: 410 });
  expect((await delivery(id, "dead")).tries).toMatchObject([{ outcome: "gone", status_code: 410 }]);
  expect(await lettersOf(id)).toMatchObject([{ cause: "gone", state: "open" }]);
  expect(await stack().query("SELECT enabled FROM destinations")).toEqual([{ enabled: 0 }]);
  expect(stack().output()).toContain("destination.disabled");
  const next = await submitAnswered();
  expect((await stored(next)).decision.destinations).toMatchObject([{ status: "held", reason: "disabled" }]);
  expect(await delivery(next, "held")).toMatchObject({ attempts: 0, tries: [] });
  expect(await sends(next)).toEqual([]);
});

test("a start switches the demo destination on again and sends what was held", async () => {
  await delivery(await submitAnswered({ status: 410 }), "dead");
  const id = await submitAnswered();
  await delivery(id, "held");
  await stack().restart();
  expect(await stack().query("SELECT enabled, disabled_reason FROM destinations")).toEqual([
    { enabled: 1, disabled_reason: null },
  ]);
  await delivery(id, "delivered");
});

test("a receiver that hangs is given up in time and tried again", async () => {
  const id = await submitAnswered({ hang: true });
  const { tries } = await delivery(id, "delivered");
  expect(tries).toMatchObject([
    { outcome: "retry", status_code: null, error: `no answer within ${timeoutMs} ms` },
    { outcome: "delivered", status_code: 200 },
  ]);
  expect((await sentIds(id)).size).toBe(1);
});

test("429 with Retry-After is tried again when the receiver asked for it, not before", async () => {
  const id = await submitAnswered({ status: 429, headers: { "retry-after": "3" } });
  expect((await delivery(id, "delivered")).attempts).toBe(2);
  const [waited = 0] = await pauses(id);
  expect(waited).toBeGreaterThan(2_900);
  expect(waited).toBeLessThan(10_000);
});

test("a redirect is not followed", async () => {
  const id = await submitAnswered({
    status: 307,
    headers: { location: `${stack().receiverUrl}/hook/elsewhere` },
  });
  expect((await delivery(id, "dead")).tries).toMatchObject([{ outcome: "refused", status_code: 307 }]);
  expect((await sends(id)).map(({ path }) => path)).toEqual(["/hook"]);
});
