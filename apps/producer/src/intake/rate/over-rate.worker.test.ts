import { expect, test, vi } from "vitest";
import { json, startProducer, type ProducerUnderTest } from "../../../test/producer-under-test.ts";

const lead = { email: "anna@example.com" };
/** An address of its own for each test: the limiter outlives them. */
const newAddress = () => `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`;

const postFrom = ({ post }: ProducerUnderTest, ip: string) =>
  post({ ...json(lead), headers: { "content-type": "application/json", "cf-connecting-ip": ip } });

const limiter = (limit: RateLimit["limit"]): { env: { INTAKE_RATE: RateLimit } } => ({
  env: { INTAKE_RATE: { limit } },
});

test("of 23 posts from one address within a minute all are taken, and those after the twentieth are marked", async () => {
  const producer = await startProducer();
  const ip = newAddress();
  // The limiter's minutes are those of the clock: these posts must not lie around the full one.
  const secondsLeft = 60 - ((Date.now() / 1_000) % 60);
  if (secondsLeft < 5) await scheduler.wait(secondsLeft * 1_000 + 50);
  const answers = [];
  for (let n = 0; n < 23; n += 1) answers.push((await postFrom(producer, ip)).status);
  expect(answers).toEqual(Array(23).fill(202));
  expect(producer.sent.map((message) => message.over_rate ?? null)).toEqual([
    ...Array(20).fill(null),
    ...Array(3).fill(true),
  ]);
});

test("one form's visitors do not count for another's, nor one address for its neighbour's", async () => {
  const keys: string[] = [];
  const producer = await startProducer(
    limiter(async ({ key }) => {
      keys.push(key);
      return { success: true };
    }),
  );
  await postFrom(producer, "203.0.113.7");
  await postFrom(producer, "2001:db8:1:2::7");
  expect(keys).toEqual([`${producer.formKey}|203.0.113.7`, `${producer.formKey}|2001:db8:1:2::/64`]);
});

test("over the rate the caller gets the same answer", async () => {
  const within = await startProducer(limiter(async () => ({ success: true })));
  const over = await startProducer(limiter(async () => ({ success: false })));
  const answers = [await postFrom(within, "203.0.113.7"), await postFrom(over, "203.0.113.7")];
  const seen = await Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      headers: [...answer.headers].filter(([name]) => name !== "x-request-id"),
      body: { ...(await answer.json<object>()), submission_id: "" },
    })),
  );
  expect(seen[1]).toEqual(seen[0]);
  expect(over.sent).toMatchObject([{ over_rate: true, fields: lead }]);
});

test.each<[string, RateLimit["limit"]]>([
  ["rejects", () => Promise.reject(new Error("limiter away"))],
  [
    "throws",
    () => {
      throw new Error("limiter away");
    },
  ],
  ["never answers", () => new Promise(() => undefined)],
])("a limiter that %s marks nothing, loses nothing and holds up no one", async (_how, limit) => {
  const lines = vi.spyOn(console, "log");
  const producer = await startProducer(limiter(limit));
  const startedAt = Date.now();
  const answer = await postFrom(producer, "203.0.113.7");
  expect(answer.status).toBe(202);
  expect(Date.now() - startedAt).toBeLessThan(1_000);
  expect(producer.sent).toHaveLength(1);
  expect(producer.sent[0]).not.toHaveProperty("over_rate");
  expect(JSON.stringify(lines.mock.calls)).toContain("intake.rate_unknown");
  lines.mockRestore();
});

test("without a limiter, or without an address, nothing is marked", async () => {
  const none = await startProducer({ env: { INTAKE_RATE: undefined } });
  await postFrom(none, "203.0.113.7");
  const unaddressed = await startProducer(limiter(async () => ({ success: false })));
  await unaddressed.post(json(lead));
  for (const { sent } of [none, unaddressed]) {
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty("over_rate");
  }
});
