import type { IntakeCounts } from "@leadrelay/contracts/intake-counts";
import { expect, test } from "vitest";
import { json, startProducer, urlencoded, wrapped } from "../../../test/producer-under-test.ts";

/** What a form's posts were counted as, once the producer has told it. */
async function counted(
  posts: readonly RequestInit[],
  changes: Parameters<typeof startProducer>[0] = {},
): Promise<Record<string, number>> {
  const { post, outlast, sent } = await startProducer(changes);
  for (const each of posts) await post(each);
  await outlast();
  const messages = sent as unknown as IntakeCounts[];
  const told = messages.filter(({ type }) => type === "intake_counts").flatMap(({ counts }) => counts);
  return Object.fromEntries(told.map(({ reason, count }) => [reason, count]));
}

const filled = json({ email: "anna@example.com", __pg_hp: "x" });

test("refused posts are counted by reason, those taken are not", async () => {
  const posts: RequestInit[] = [
    json({ email: "anna@example.com" }),
    urlencoded("your-mail=anna%40example.com"),
    urlencoded("your-mail=bob%40example.com"),
    urlencoded("email=anna"),
    urlencoded(""),
    json("{"),
    json(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, "x"]))),
    json({ message: "x".repeat(70_000) }),
    { headers: { "content-type": "application/xml" }, body: "<a/>" },
    { headers: { "content-type": "application/json", "idempotency-key": "a b" }, body: '{"email":"a@b.io"}' },
  ];
  expect(await counted(posts)).toEqual({
    no_contact: 2,
    invalid_contact: 1,
    empty_body: 1,
    unreadable_body: 1,
    too_many_fields: 1,
    too_large: 1,
    unsupported_body: 1,
    bad_idempotency_key: 1,
  });
});

test.each([
  ["log", { honeypot: 2 }],
  // Whoever keeps it counts it.
  ["quarantine", {}],
  ["off", { honeypot_let_through: 2 }],
])("a filled honeypot is counted in mode %s", async (BOT_LEAD_DETECTION, counts) => {
  expect(await counted([filled, filled], { env: { BOT_LEAD_DETECTION } })).toEqual(counts);
});

test.each([
  ["log", { honeypot: 1 }],
  ["quarantine", { honeypot: 1 }],
  ["off", { no_contact: 1 }],
])("one that also reaches nobody is counted once, as what became of it, in mode %s", async (mode, counts) => {
  const post = json({ __pg_hp: "x" });
  expect(await counted([post], { env: { BOT_LEAD_DETECTION: mode } })).toEqual(counts);
});

test.each(["quarantine", "off"])(
  "one that nothing took is not counted in mode %s",
  async (BOT_LEAD_DETECTION) => {
    const { env } = await startProducer();
    const told: unknown[] = [];
    const away = () => Promise.reject(new Error("away"));
    const LEADS_QUEUE = wrapped(env.LEADS_QUEUE, {
      send: (message: unknown) =>
        (message as { type: string }).type === "submission"
          ? away()
          : (Promise.resolve(told.push(message)) as never),
    });
    const KV = wrapped(env.KV, { put: away });
    const { post, outlast } = await startProducer({ env: { BOT_LEAD_DETECTION, LEADS_QUEUE, KV } });
    expect((await post(filled)).status).toBe(503);
    expect((await post(json({ name: "x" }))).status).toBe(422);
    await outlast();
    expect(told).toMatchObject([{ counts: [{ reason: "no_contact" }] }]);
  },
);

test("a wrong mapping shows in the names that came, never in what was in them", async () => {
  const { post, outlast, sent } = await startProducer();
  await post(urlencoded("your-name=Anna&your-mail=anna%40example.com"));
  await outlast();
  expect(sent).toMatchObject([{ counts: [{ reason: "no_contact", fields: ["your-name", "your-mail"] }] }]);
  expect(JSON.stringify(sent)).not.toMatch(/Anna|anna/);
});

test("a form that nobody has, or nobody can name, counts nothing", async () => {
  expect(await counted([urlencoded("name=x")], { form: null })).toEqual({});
  const { env } = await startProducer();
  const KV = wrapped(env.KV, { get: () => Promise.reject(new Error("KV is away")) });
  expect(await counted([urlencoded("name=x")], { env: { KV } })).toEqual({});
});

test("the answer waits for no count: a queue that hangs on it keeps nobody waiting", async () => {
  const { env } = await startProducer();
  const LEADS_QUEUE = wrapped(env.LEADS_QUEUE, { send: () => new Promise<never>(() => {}) });
  const { post } = await startProducer({ env: { LEADS_QUEUE } });
  expect((await post(urlencoded("name=x"))).status).toBe(422);
});
