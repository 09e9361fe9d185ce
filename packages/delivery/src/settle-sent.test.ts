import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { claimedDelivery, newDestination, stillDependencies } from "../test/claimed-delivery.ts";
import { boundTo, scriptedD1 } from "../test/scripted-d1.ts";
import { sendClaimed } from "./send-claimed.ts";
import { sendPace } from "./send-pace.ts";
import { settleSent } from "./settle-sent.ts";
import { knownShapes } from "./shapes/known-shapes.ts";

let log: MockInstance<typeof console.log>;
beforeEach(() => void (log = vi.spyOn(console, "log").mockImplementation(() => {})));
afterEach(() => log.mockRestore());
const logged = (event: string) =>
  log.mock.calls
    .map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)
    .filter((line) => line.event === event);

const away = () => new Error("D1_ERROR: Network connection lost.");
const overloaded = () => new Error("D1_ERROR: D1 DB is overloaded. Too many requests queued.");

/** One delivery to each of so many destinations, all answered alike. */
async function sentWith(status: number, destinations = 1) {
  const answered = stillDependencies({ fetch: async () => new Response("", { status }) });
  const claimed = [];
  for (let each = 0; each < destinations; each += 1) claimed.push(claimedDelivery(await newDestination()));
  return sendClaimed(claimed, { pace: sendPace(null, answered), occasion: "wakeup" }, answered);
}

describe("settling", () => {
  it("is one batch, whose statements are those that its outcomes need", async () => {
    const counted = async (status: number) => {
      const { d1, batches } = scriptedD1(() => 1);
      const known = { ...knownShapes(), isKnown: () => true };
      await settleSent(
        await sentWith(status),
        stillDependencies({ lead: d1, control: d1, knownShapes: known }),
      );
      return batches[0]?.map(({ text }) => /(INSERT INTO|UPDATE) \w+/.exec(text)?.[0]);
    };
    const always = ["UPDATE deliveries", "INSERT INTO delivery_attempts"];
    const died = "INSERT INTO delivery_counters";
    expect(await counted(200)).toEqual([
      "INSERT INTO day_counters",
      ...always,
      "UPDATE dead_letters",
      "UPDATE leads",
    ]);
    expect(await counted(404)).toEqual([died, ...always, "INSERT INTO dead_letters"]);
    expect(await counted(500)).toEqual(always);
  });

  it.each([
    ["a fourth attempt fails", 500, "delivery.failing"],
    ["a fifth arrives", 200, "delivery.recovered"],
  ])(
    "of a round in which %s for many raises one signal for each destination",
    async (_what, status, type) => {
      const attempts = status === 500 ? 4 : 5;
      const claimed = [];
      for (const destination of [await newDestination(), await newDestination()])
        for (let each = 0; each < 3; each += 1)
          claimed.push(claimedDelivery(destination, { attempts, max_attempts: 10 }));
      const answered = stillDependencies({ fetch: async () => new Response("", { status }) });
      const sent = await sendClaimed(
        claimed,
        { pace: sendPace(null, answered), occasion: "wakeup" },
        answered,
      );
      const { d1, batches } = scriptedD1(() => 1);
      await settleSent(sent, stillDependencies({ lead: d1 }));
      const [rows] = boundTo(batches[0] ?? [], "INSERT INTO signals");
      expect(rows).toMatchObject([
        [
          claimed[0]?.destination.id,
          type,
          "",
          "cli",
          1,
          expect.any(String),
          expect.any(Number),
          expect.any(Number),
          null,
        ],
        [
          claimed[3]?.destination.id,
          type,
          "",
          "cli",
          1,
          expect.any(String),
          expect.any(Number),
          expect.any(Number),
          null,
        ],
      ]);
    },
  );

  it("of a batch where one is dead and one is not writes a letter and marks a lead", async () => {
    const { d1, batches } = scriptedD1(() => 1);
    const sent = [...(await sentWith(200)), ...(await sentWith(404))];
    await settleSent(sent, stillDependencies({ lead: d1 }));
    const texts = batches[0]?.map(({ text }) => text).join() ?? "";
    expect(texts).toContain("INSERT INTO dead_letters");
    expect(texts).toContain("UPDATE leads");
  });

  it("of nothing asks nothing", async () => {
    await settleSent([], stillDependencies());
    expect(log).not.toHaveBeenCalled();
  });

  it("says when the last of the leads was sent, and that of nobody who was not", async () => {
    const [delivered] = await sentWith(200);
    const [failed] = await sentWith(500);
    if (delivered === undefined || failed === undefined) throw new Error("not sent");
    const at = (started_at: number) => ({
      ...delivered,
      attempt: { ...delivered.attempt, started_at, duration_ms: 5 },
    });
    const { d1, batches } = scriptedD1(() => 1);
    const late = { ...failed, attempt: { ...failed.attempt, started_at: 9_000 } };
    await settleSent([at(100), at(300), at(200), late], stillDependencies({ lead: d1 }));
    expect(boundTo(batches[0] ?? [], "UPDATE leads")).toEqual([305, delivered.attempt.lead_id, 305]);
  });
});

describe("while D1 is away, settling", () => {
  const patient = (answer: (batch: number) => number, clock = { now: 0 }) => {
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
      clock.now += ms;
    };
    const { d1, batches } = scriptedD1((_statement, batch) => answer(batch));
    return { waits, batches, dependencies: stillDependencies({ lead: d1, wait, now: () => clock.now }) };
  };

  it.each([
    ["is away", away(), [188, 375, 750, 1_500, 3_000, 3_750, 3_750, 3_750]],
    ["is overloaded", overloaded(), [188, 375, 750, 1_500, 3_000, 6_000, 12_000, 22_500]],
    ["is full", new Error("Exceeded maximum DB size."), [188, 375, 750, 1_500, 3_000, 6_000, 12_000, 22_500]],
  ])("asks one that %s again after waits that double, until it answers", async (_how, error, expected) => {
    const { waits, dependencies } = patient((batch) => {
      if (batch <= 8) throw error;
      return 1;
    });
    await settleSent(await sentWith(200), dependencies);
    expect(waits).toEqual(expected);
    expect(logged("delivery.settle_failed").map(({ tried }) => tried)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(logged("delivery.settle_failed")[0]).toMatchObject({ deliveries: 1, error: error.message });
  });

  it.each([
    [0, 125],
    [0.999, 250],
  ])("waits by chance (%d) %d ms first", async (random, expected) => {
    const { waits, dependencies } = patient((batch) => {
      if (batch === 1) throw away();
      return 1;
    });
    await settleSent(await sentWith(200), { ...dependencies, random: () => random });
    expect(waits).toEqual([expected]);
  });

  it("gives up after 150 tries", async () => {
    const { waits, batches, dependencies } = patient(() => {
      throw away();
    });
    await expect(settleSent(await sentWith(200), dependencies)).rejects.toThrow("connection lost");
    expect([batches.length, waits.length]).toEqual([150, 149]);
  });

  it("gives up after ten minutes, and not before", async () => {
    const clock = { now: 5_000 };
    const { batches, dependencies } = patient((batch) => {
      clock.now = 5_000 + (batch < 3 ? 599_000 : 600_000);
      throw away();
    }, clock);
    const still = { ...dependencies, wait: async () => {} };
    await expect(settleSent(await sentWith(200), still)).rejects.toThrow("connection lost");
    expect(batches).toHaveLength(3);
  });

  it("gives up at once when D1 answers that something else is wrong", async () => {
    const { waits, dependencies } = patient(() => {
      throw new Error("no such table: deliveries");
    });
    await expect(settleSent(await sentWith(200), dependencies)).rejects.toThrow("no such table");
    expect(waits).toEqual([]);
  });
});

describe("after settling", () => {
  it("each dead letter is told once, with what is not the receiver's own words", async () => {
    const { d1 } = scriptedD1(() => 1);
    const [sent] = await sentWith(404);
    await settleSent(sent === undefined ? [] : [sent], stillDependencies({ lead: d1 }));
    const { delivery, destination } = sent ?? {};
    expect(logged("delivery.dead")).toMatchObject([
      {
        delivery_id: delivery?.public_id,
        lead_id: delivery?.lead_id,
        client_id: "cli",
        destination_id: destination?.id,
        cause: "refused",
        status_code: 404,
        error: null,
      },
    ]);
    expect(logged("destination.disabled")).toEqual([]);
    log.mockClear();
    await settleSent(await sentWith(500), stillDependencies({ lead: d1 }));
    expect(logged("delivery.dead")).toEqual([]);
  });

  it("a destination that is gone is switched off once, and told of where it was on", async () => {
    const { d1 } = scriptedD1(() => 1);
    const sent = await sentWith(410, 2);
    const twice = [...sent, ...sent.slice(0, 1)];
    const [first, second] = sent.map(({ destination }) => destination.id);
    const control = scriptedD1(({ values }) => (values.includes(second) ? 0 : 1));
    await settleSent(twice, stillDependencies({ lead: d1, control: control.d1 }));
    expect(control.batches).toHaveLength(2);
    expect(control.batches[0]?.flatMap(({ values }) => values)).toContain("gone");
    expect(logged("destination.disabled")).toMatchObject([{ destination_id: first, reason: "gone" }]);
  });
});
