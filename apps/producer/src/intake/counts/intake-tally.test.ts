import {
  intakeCountsSchema,
  mostCountsInMessage,
  type IntakeCounts,
} from "@leadrelay/contracts/intake-counts";
import { expect, test, vi } from "vitest";
import { createIntakeTally } from "./intake-tally.ts";

/** An isolate whose time the test moves, and whose queue keeps what it took. */
function isolate(send: (counts: IntakeCounts) => Promise<unknown> = async () => {}) {
  let at = 1_000_000;
  const sleepers: { until: number; wake: () => void }[] = [];
  const told: { at: number; counts: IntakeCounts["counts"] }[] = [];
  const outliving: Promise<unknown>[] = [];
  const tally = createIntakeTally({
    now: () => at,
    wait: (ms) => new Promise<void>((wake) => sleepers.push({ until: at + ms, wake })),
    send: async (message) => {
      await send(message);
      expect(intakeCountsSchema.safeParse(message).success).toBe(true);
      told.push({ at: at - 1_000_000, counts: message.counts });
    },
  });
  const form = (id: string) => ({ form_id: id, client_id: "cli", database: "DB", default_region: null });
  return {
    told,
    outliving,
    sleepers,
    note: (id = "form", reason: "no_contact" | "too_large" = "no_contact", fields?: string[]) =>
      tally.note({ form: form(id), reason, fields }, (work) => void outliving.push(work)),
    pass: async (ms: number) => {
      at += ms;
      for (const sleeper of sleepers.splice(0).map((one) => one))
        if (sleeper.until <= at) sleeper.wake();
        else sleepers.push(sleeper);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
}

test("posts of a burst are told in one message, by form and reason, a second later", async () => {
  const { note, pass, told } = isolate();
  note();
  note("form", "no_contact", ["your-mail"]);
  note("form", "too_large");
  note("other");
  await pass(999);
  expect(told).toEqual([]);
  await pass(1);
  expect(told).toEqual([
    {
      at: 1_000,
      counts: [
        expect.objectContaining({ reason: "no_contact", count: 2, fields: ["your-mail"] }),
        expect.objectContaining({ reason: "too_large", count: 1 }),
        expect.objectContaining({ form: { form_id: "other", client_id: "cli", database: "DB" }, count: 1 }),
      ],
    },
  ]);
});

test("a flood costs the queue six messages a minute, and every post of it is counted", async () => {
  const { note, pass, told, outliving } = isolate();
  for (let step = 0; step < 600; step += 1) {
    for (let post = 0; post < 20; post += 1) note();
    await pass(100);
  }
  await pass(20_000);
  expect(told.length).toBeLessThanOrEqual(7);
  expect(outliving).toHaveLength(told.length);
  expect(told.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)).toBe(12_000);
});

test("after a quiet time the next post is told a second later again", async () => {
  const { note, pass, told } = isolate();
  note();
  await pass(1_000);
  await pass(60_000);
  note();
  await pass(1_000);
  expect(told.map(({ at }) => at)).toEqual([1_000, 62_000]);
});

test("of more forms than a message holds the rest is counted by nobody, and memory stays bounded", async () => {
  const { note, pass, told } = isolate();
  for (let index = 0; index < mostCountsInMessage + 30; index += 1) note(`form_${index}`);
  note("form_0");
  await pass(1_000);
  expect(told[0]?.counts).toHaveLength(mostCountsInMessage);
  expect(told[0]?.counts[0]).toMatchObject({ count: 2 });
  note("form_79");
  await pass(10_000);
  expect(told[1]?.counts).toMatchObject([{ form: { form_id: "form_79" }, count: 1 }]);
});

test("a queue that refuses or hangs costs the count and nothing else", async () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const { note, pass, told, outliving } = isolate(() => Promise.reject(new Error("queue is full")));
  note();
  await pass(1_000);
  await Promise.all(outliving);
  expect(told).toEqual([]);
  expect(log.mock.calls.flat().join()).toContain('"intake.counts_lost","posts":1,"reason":"queue is full"');
  log.mockRestore();
});

test("where the request that was to tell was cut off, a later one tells", async () => {
  const { note, pass, told, sleepers } = isolate();
  note();
  sleepers.length = 0;
  await pass(6_000);
  note();
  await pass(1);
  note();
  await pass(1_000);
  expect(told.flatMap(({ counts }) => counts)).toMatchObject([{ count: 3 }]);
});
