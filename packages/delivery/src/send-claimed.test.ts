import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import { bucketOf } from "@leadrelay/core/statistics/latency-buckets";
import { getAdapter } from "@leadrelay/adapters/registry";
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { claimedDelivery, newDestination, stillDependencies } from "../test/claimed-delivery.ts";
import { sendClaimed } from "./send-claimed.ts";
import { sendPace } from "./send-pace.ts";

let log: MockInstance<typeof console.log>;
beforeEach(() => void (log = vi.spyOn(console, "log").mockImplementation(() => {})));
afterEach(() => log.mockRestore());

const atOnce = { pace: sendPace(null, stillDependencies()), occasion: "wakeup" } as const;
const answering = (status: number, headers = {}) => ({
  fetch: async () => new Response("", { status, headers }),
});

/** How the one try of a delivery is to be settled. */
async function settled(
  given: { delivery?: Partial<ClaimedRow>; destination?: Partial<Destination> },
  dependencies: Parameters<typeof stillDependencies>[0] = {},
): Promise<SettledAttempt | undefined> {
  const claimed = claimedDelivery(await newDestination(given.destination), given.delivery);
  const [sent] = await sendClaimed([claimed], atOnce, stillDependencies(dependencies));
  expect(sent).toMatchObject(claimed);
  return sent?.attempt;
}

describe("a claimed delivery", () => {
  it("that is taken is delivered, and how long its lead waited is measured from submit to answer", async () => {
    let clock = 1_000_000;
    const now = () => (clock += 50);
    const destination = await newDestination();
    const claimed = claimedDelivery(destination, { attempts: 2, submitted_at: 990_000 });
    const [sent] = await sendClaimed([claimed], atOnce, stillDependencies({ now }));
    const { lead_id, event_id, client_id } = claimed.delivery;
    expect(sent?.attempt).toEqual({
      lead_id,
      event_id,
      client_id,
      destination_id: destination.id,
      number: 2,
      outcome: "delivered",
      status_code: 200,
      error: null,
      started_at: 1_000_050,
      duration_ms: 100,
      status: "delivered",
      next_attempt_at: null,
      dead_letter: null,
      bucket: bucketOf(10_150),
    });
  });

  it("of before submissions had a time is delivered unmeasured, and so is what fails", async () => {
    expect(await settled({ delivery: { submitted_at: null } })).toMatchObject({
      status: "delivered",
      bucket: -1,
    });
    expect(await settled({}, answering(500))).toMatchObject({ status: "pending", bucket: -1 });
  });

  it.each<[string, Partial<ClaimedRow>, Partial<Destination>, number]>([
    ["the first time waits as long as the schedule says first", {}, {}, 1_001_000],
    ["the second time as long as it says second", { attempts: 2 }, {}, 1_002_000],
    [
      "in a new round as long as it says first again",
      { attempts: 8, schedule_from: 7, max_attempts: 10 },
      {},
      1_001_000,
    ],
    ["goes by the destination's own schedule", {}, { retry_schedule: "7s" }, 1_007_000],
    ["goes by the installation's where its own cannot be read", {}, { retry_schedule: "soon" }, 1_001_000],
  ])("that fails %s", async (_what, delivery, destination, next_attempt_at) => {
    expect(await settled({ delivery, destination }, answering(500))).toMatchObject({
      status: "pending",
      outcome: "retry",
      next_attempt_at,
      dead_letter: null,
    });
  });

  it("waits as long as its receiver asked for", async () => {
    const asked = answering(429, { "retry-after": "60" });
    expect(await settled({}, asked)).toMatchObject({ next_attempt_at: 1_060_000 });
  });

  it.each([
    ["its last try", 500, 3, "exhausted"],
    ["a refusal at its first", 404, 1, "refused"],
    ["a receiver that is gone", 410, 1, "gone"],
  ])("is dead after %s, with a letter of that very try", async (_what, status, attempts, cause) => {
    const delivery = { attempts, public_id: "dlv" };
    expect(await settled({ delivery }, answering(status))).toMatchObject({
      status: "dead",
      status_code: status,
      next_attempt_at: null,
      bucket: -1,
      dead_letter: { id: deliveryLetterId("dlv", attempts), cause },
    });
  });

  it("whose settings do not open is tried again, and the receiver not asked", async () => {
    const fetch = () => Promise.reject(new Error("called"));
    const attempt = await settled({ destination: { sealed_settings: "v1.other.x.y" } }, { fetch });
    expect(attempt).toMatchObject({
      status: "pending",
      outcome: "retry",
      status_code: null,
      started_at: 1_000_000,
      duration_ms: 0,
      next_attempt_at: 1_001_000,
    });
    expect(attempt?.error).toMatch(/^settings cannot be opened: .*no master key with id "other"/);
  });

  it("times out when its destination says, else when the installation does", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const own = await settled({ destination: { timeout_ms: 5 } }, { fetch });
    expect(own?.error).toBe("no answer within 5 ms");
    expect((await settled({}, { fetch }))?.error).toBe("no answer within 30 ms");
  });
});

describe("all that was claimed", () => {
  it("goes out in the order in which it was due, under its id", async () => {
    const destination = await newDestination();
    const ids: unknown[] = [];
    const fetch = (async (_url: unknown, init: RequestInit) => {
      ids.push((JSON.parse(init.body as string) as Record<string, unknown>).make_send_public_id);
      return new Response("");
    }) as typeof globalThis.fetch;
    const claimed = [30, 10, 20].map((next_attempt_at) =>
      claimedDelivery(destination, { next_attempt_at, public_id: `due ${next_attempt_at}` }),
    );
    // Opens the destination's settings: how long that takes must not decide who is first.
    await sendClaimed([claimedDelivery(destination)], atOnce, stillDependencies());
    await sendClaimed(claimed, atOnce, stillDependencies({ fetch }));
    expect(ids).toEqual(["due 10", "due 20", "due 30"]);
  });

  it("is sent each at its turn, and told in one line", async () => {
    const destination = await newDestination();
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    const pace = sendPace(10, { now: () => 0, wait });
    const claimed = Array.from({ length: 3 }, () => claimedDelivery(destination));
    await sendClaimed(claimed, { pace, occasion: "wakeup" }, stillDependencies());
    expect(waits).toEqual([100, 200]);
    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
      event: "delivery.attempted",
      deliveries: 3,
    });
  });

  it("is fair: a receiver that hangs lets another's pass", async () => {
    const [slow, quick] = [await newDestination(), await newDestination()];
    let [free, passed] = [() => {}, 0];
    const hang = new Promise<void>((resolve) => (free = resolve));
    const fetch = (async (url: string) => {
      if (url.endsWith(slow.id)) await hang;
      else passed += 1;
      if (passed === 10) free();
      return new Response("");
    }) as typeof globalThis.fetch;
    const claimed = [slow, quick].flatMap((each) => Array.from({ length: 10 }, () => claimedDelivery(each)));
    await sendClaimed(claimed, atOnce, stillDependencies({ fetch, timeoutMs: 5_000 }));
    expect(passed).toBe(10);
  });

  it("waits, and is measured, from the end of its try", async () => {
    const at = (status: number) => {
      let clock = 1_000_000;
      return { now: () => (clock += 5_000), fetch: async () => new Response("", { status }) };
    };
    const delivery = { submitted_at: 990_000 };
    expect(await settled({ delivery }, at(500))).toMatchObject({
      next_attempt_at: 1_005_000 + 10_000 + 1_000,
    });
    expect(await settled({ delivery }, at(200))).toMatchObject({ bucket: bucketOf(25_000) });
  });
});

describe("a receiver that takes nothing for a while", () => {
  it("is sent none of the round after it said so", async () => {
    const example = getAdapter("resend").exampleSettings;
    const destination = await newDestination({ kind: "resend" }, example);
    let requests = 0;
    const fetch = async () => {
      requests += 1;
      return Response.json({ name: "daily_quota_exceeded" }, { status: 429 });
    };
    const claimed = Array.from({ length: 30 }, () => claimedDelivery(destination));
    const sent = await sendClaimed(claimed, atOnce, stillDependencies({ fetch }));
    // As many as went out together.
    expect(requests).toBeLessThanOrEqual(6);
    expect(sent.filter(({ wasSent }) => wasSent)).toHaveLength(requests);
    expect(new Set(sent.map(({ attempt }) => attempt.is_unspent))).toEqual(new Set([1]));
  });
});

describe("deliveries of a kind that takes several together", () => {
  const sheet = (given: Partial<Destination> = {}) =>
    newDestination({ kind: "google_sheets", ...given }, getAdapter("google_sheets").exampleSettings);

  /** Google: how many rows each append brought, and what it answers. */
  function google(answer: (appends: number) => Response) {
    const appends: number[] = [];
    const fetch = (async (url: string, init: RequestInit) => {
      if (url.startsWith("https://oauth2."))
        return Response.json({ access_token: "ya29", expires_in: 3_599 });
      if (init.method === "GET") return Response.json({ values: [["dlv kept"]] });
      appends.push((JSON.parse(init.body as string) as { values: unknown[] }).values.length);
      return answer(appends.length);
    }) as typeof globalThis.fetch;
    return { appends, fetch };
  }
  const taken = (from: number) => Response.json({ updates: { updatedRange: `Leads!A${from}:O${from + 9}` } });
  const failed = () => new Response("{}", { status: 503 });

  async function sentTo(answer: () => Response, rows: readonly Partial<ClaimedRow>[], pace = atOnce.pace) {
    const destination = await sheet();
    const { appends, fetch } = google(answer);
    const claimed = rows.map((row) => claimedDelivery(destination, row));
    const sent = await sendClaimed(claimed, { ...atOnce, pace }, stillDependencies({ fetch }));
    return { appends, sent, attempts: sent.map(({ attempt }) => attempt) };
  }
  const thirty = Array.from({ length: 30 }, (_, next_attempt_at) => ({ next_attempt_at }));

  it("share one request, and each has an attempt and an id of its own", async () => {
    const { appends, attempts, sent } = await sentTo(() => taken(2), thirty);
    expect(appends).toEqual([30]);
    expect(attempts.map(({ receiver_id }) => receiver_id)).toEqual(
      thirty.map((_, nth) => `Leads!A${nth + 2}:O${nth + 2}`),
    );
    expect(new Set(attempts.map(({ lead_id }) => lead_id)).size).toBe(30);
    expect(new Set(attempts.map(({ status, number }) => `${status} ${number}`))).toEqual(
      new Set(["delivered 1"]),
    );
    expect(sent.filter(({ isAside }) => isAside !== true)).toHaveLength(1);
  });

  it("share it where what one of them found out was by settings of before", async () => {
    const { appends } = await sentTo(() => taken(2), [{ kept: { sheet: "7", _settings: "before" } }, {}]);
    expect(appends).toEqual([2]);
  });

  it("fail together, each by its own schedule, and are one failure of the destination", async () => {
    const rows = [{ attempts: 1 }, { attempts: 2 }, { attempts: 3 }];
    const { attempts, sent } = await sentTo(failed, rows);
    expect(attempts.map(({ status, next_attempt_at }) => [status, next_attempt_at])).toEqual([
      ["pending", 1_001_000],
      ["pending", 1_002_000],
      ["dead", null],
    ]);
    expect(sent.map(({ isAside }) => isAside)).toEqual([undefined, true, true]);
  });

  it("end each as the receiver says, and one that failed speaks for the destination", async () => {
    const rows = [{ public_id: "dlv kept", attempts: 2 }, { public_id: "dlv new" }];
    const { appends, sent } = await sentTo(failed, rows);
    expect(appends).toEqual([1]);
    expect(sent.map(({ attempt, isAside }) => [attempt.outcome, attempt.receiver_id, isAside])).toEqual([
      ["delivered", "'Leads'!A1:O1", true],
      ["retry", undefined, undefined],
    ]);
  });

  it("are tried again where their settings do not open, every one of them", async () => {
    const destination = await sheet({ sealed_settings: "v1.other.x.y" });
    const claimed = [1, 2].map(() => claimedDelivery(destination));
    const sent = await sendClaimed(claimed, atOnce, stillDependencies());
    expect(sent.map(({ attempt }) => attempt.error)).toEqual(
      [1, 2].map(() => expect.stringContaining("master key")),
    );
  });

  it("wait for the turn of the last of them", async () => {
    const waits: number[] = [];
    const pace = sendPace(10, { now: () => 0, wait: async (ms: number) => void waits.push(ms) });
    const { appends } = await sentTo(() => taken(2), [{}, {}, {}], pace);
    expect([waits, appends]).toEqual([[100, 200], [3]]);
  });

  it("do not shut the gate with a single request that fails", async () => {
    const destination = await sheet();
    const { appends, fetch } = google((nth) => (nth === 1 ? failed() : taken(2)));
    const claimed = Array.from({ length: 120 }, () => claimedDelivery(destination));
    const sent = await sendClaimed(claimed, atOnce, stillDependencies({ fetch }));
    expect(appends.toSorted((a, b) => a - b)).toEqual([20, 100]);
    expect(sent.filter(({ wasSent }) => !wasSent)).toEqual([]);
  });
});
