import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";
import { deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import { bucketOf, noBucket } from "@leadrelay/core/statistics/latency-buckets";
import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { describe, expect, it } from "vitest";
import { claimedDelivery, newDestination } from "../test/claimed-delivery.ts";
import type { AttemptResult } from "./attempt-result.ts";
import { withKeptOf } from "./kept-under.ts";
import { notSent, sentDelivery } from "./sent-delivery.ts";
import type { Occasion } from "./occasion.ts";

const came: AttemptResult = {
  outcome: "delivered",
  status_code: 200,
  error: null,
  retry_after_ms: null,
  started_at: 1_000_000,
  duration_ms: 500,
};
const failed = { ...came, outcome: "retry", status_code: 503, error: "HTTP 503" } as const;

interface Given {
  destination?: Partial<Destination>;
  delivery?: Partial<ClaimedRow>;
  result?: Partial<AttemptResult>;
  occasion?: Occasion;
}

/** A try that was made, and what is settled of it. */
async function sent({ destination, delivery, result, occasion = "wakeup" }: Given = {}) {
  const claimed = claimedDelivery(await newDestination(destination), delivery);
  const made = sentDelivery({ ...claimed }, { ...came, ...result }, occasion, {
    retrySchedule: [1_000, 2_000],
    random: () => 0.5,
  });
  return { ...made, claimed };
}
const settled = async (given?: Given) => (await sent(given)).attempt;

it("what arrived is settled as delivered, with how long it took since it was posted", async () => {
  const { attempt, claimed, ...made } = await sent();
  expect(attempt).toEqual({
    lead_id: claimed.delivery.lead_id,
    event_id: claimed.delivery.event_id,
    destination_id: claimed.destination.id,
    client_id: "cli",
    number: 1,
    outcome: "delivered",
    status_code: 200,
    error: null,
    started_at: 1_000_000,
    duration_ms: 500,
    status: "delivered",
    next_attempt_at: null,
    bucket: bucketOf(100_500),
    dead_letter: null,
  });
  expect(made).toMatchObject({ wasSent: true, retryAfterMs: null });
  expect(made).not.toHaveProperty("optedOut");
});

it.each<[what: string, given: Given, bucket: number]>([
  ["nobody knows when it was posted", { delivery: { submitted_at: null } }, noBucket],
  ["it did not arrive", { result: failed }, noBucket],
])("how long it took is not counted where %s", async (_what, given, bucket) => {
  expect((await settled(given)).bucket).toBe(bucket);
});

describe("what failed", () => {
  it("is tried again by the schedule, and says what the receiver asked for", async () => {
    const made = await sent({ result: { ...failed, retry_after_ms: 60_000 } });
    expect(made.attempt).toMatchObject({ status: "pending", next_attempt_at: 1_060_500, dead_letter: null });
    expect(made.attempt).not.toHaveProperty("retry_after_ms");
    expect(made.retryAfterMs).toBe(60_000);
  });

  it("goes by its destination's own schedule where it has one", async () => {
    const own = await settled({ destination: { retry_schedule: "5m" }, result: failed });
    expect(own.next_attempt_at).toBeGreaterThan(1_000_500 + 100_000);
  });

  it("is dead after its last try, with a letter of its own", async () => {
    const made = await sent({ delivery: { attempts: 3 }, result: failed });
    expect(made.attempt).toMatchObject({
      status: "dead",
      next_attempt_at: null,
      dead_letter: { id: deliveryLetterId(made.claimed.delivery.public_id, 3), cause: "exhausted" },
    });
  });

  it.each<[what: string, occasion: Occasion, outcome: ToldOutcome, isUnspent: boolean]>([
    ["a try", "wakeup", "retry", false],
    ["a probe", "probe", "retry", true],
    ["a probe that was refused", "probe", "refused", false],
    ["a probe that arrived", "probe", "delivered", false],
    ["a quota that is used up", "wakeup", "hold", true],
  ])("spends nothing by %s: %s, %s, %o", async (_what, occasion, outcome, isUnspent) => {
    const attempt = await settled({ occasion, result: { ...failed, outcome } });
    expect(attempt.is_unspent).toBe(isUnspent ? 1 : undefined);
  });

  it("is not dead after its last try where that was a probe, and waits as long as before", async () => {
    const delivery = { attempts: 3, schedule_from: 2 };
    const probe = await settled({ delivery, result: failed, occasion: "probe" });
    expect(probe).toMatchObject({ status: "pending", is_unspent: 1, dead_letter: null });
  });

  it("is news of its destination at the fourth try, and that it is back where one arrives later", async () => {
    const delivery = { attempts: 4, max_attempts: 9 };
    expect((await settled({ delivery, result: failed })).tells).toBe("failing");
    expect((await settled({ delivery: { ...delivery, attempts: 3 }, result: failed })).tells).toBeUndefined();
    expect(
      (await settled({ delivery: { ...delivery, schedule_from: 1 }, result: failed })).tells,
    ).toBeUndefined();
    expect((await settled({ delivery, result: failed, occasion: "probe" })).tells).toBeUndefined();
    expect((await settled({ delivery: { attempts: 5, max_attempts: 9 } })).tells).toBe("recovered");
  });
});

it("whoever wants no messages is noted, and the delivery needs nobody", async () => {
  const made = await sent({
    result: { ...came, outcome: "refused", status_code: 400, opted_out: "+919812345678" },
  });
  expect(made.optedOut).toBe("+919812345678");
  expect(made.attempt).toMatchObject({ status: "skipped", dead_letter: null });
  expect(made.attempt).not.toHaveProperty("opted_out");
});

it("what steps found out is kept for the next try, for these settings alone", async () => {
  const made = await sent({ result: { ...failed, kept: { contact: "512" } } });
  const kept = JSON.parse(made.attempt.kept_json ?? "{}") as ClaimedRow["kept"];
  const again = withKeptOf({ ...made.claimed, delivery: { ...made.claimed.delivery, kept } });
  expect(again.delivery.kept).toEqual({ contact: "512" });
  expect(made.attempt).not.toHaveProperty("kept");
  expect((await settled()).kept_json).toBeUndefined();
});

describe("caps", () => {
  const limits: Destination["limits"] = {
    time_zone: "UTC",
    week_starts: "monday",
    caps: [{ per: "day", leads: 5, source: null }],
    hours: null,
    holidays: [],
  };
  const posted = (test_lead: "yes" | "no"): Partial<ClaimedRow> => ({
    event: {
      id: "evt",
      type: "lead.created",
      payload: { ...samplePayload, test_lead },
      attribution: { first: null, latest: null },
      created_at: 1,
    },
  });
  const takenBy = async (given: Given) =>
    (await settled({ destination: { limits, ...given.destination }, ...given })).taken?.map(
      ({ period }) => period,
    );

  it("count what arrived, on the day of its answer", async () => {
    expect(await takenBy({ delivery: posted("no") })).toEqual(["d:1970-01-01"]);
    const late = { started_at: 86_400_000 - 500 };
    expect(await takenBy({ delivery: posted("no"), result: late })).toEqual(["d:1970-01-02"]);
  });

  it("count no test, and nothing that did not arrive", async () => {
    const test = posted("yes");
    expect(await takenBy({ delivery: test })).toBeUndefined();
    expect(await takenBy({ delivery: posted("no"), result: failed })).toBeUndefined();
  });
});

describe("a receiver's own id of the lead", () => {
  const hubspot = { kind: "hubspot" };
  const links = async (given: Given) => (await settled(given)).links_lead;
  const result = { receiver_id: "512" };

  it.each<[what: string, given: Given, linked: 1 | undefined]>([
    ["of a CRM that took it links it", { destination: hubspot, result }, 1],
    ["of what is no CRM does not", { destination: { kind: "webhook" }, result }, undefined],
    ["that is not told does not", { destination: hubspot }, undefined],
    ["of a try that failed does not", { destination: hubspot, result: { ...failed, ...result } }, undefined],
  ])("%s", async (_what, given, linked) => {
    expect(await links(given)).toBe(linked);
  });
});

describe("what must be confirmed", () => {
  const after = { confirmation: { within_minutes: 15 } };
  type Confirmed = Pick<SettledAttempt, "is_confirmed" | "confirm_within">;
  it.each<[what: string, given: Given, confirmed: Confirmed]>([
    [
      "is, by an id in the answer",
      { destination: { kind: "webhook", after }, result: { receiver_id: "1" } },
      { is_confirmed: 1 },
    ],
    ["is waited for without one", { destination: { kind: "webhook", after } }, { confirm_within: 15 }],
    ["is not where it failed", { destination: { kind: "webhook", after }, result: failed }, {}],
    ["is nothing where nothing was agreed", { destination: { kind: "webhook" } }, {}],
  ])("%s", async (_what, given, confirmed) => {
    const { is_confirmed, confirm_within } = await settled(given);
    expect(JSON.parse(JSON.stringify({ is_confirmed, confirm_within }))).toEqual(confirmed);
  });
});

it("a reply to the person is a notice: it is no lead that was taken, links nothing and is not confirmed", async () => {
  const reply = {} as unknown as Destination["reply"];
  const attempt = await settled({
    destination: { kind: "hubspot", reply, after: { confirmation: { within_minutes: 15 } } },
    result: { receiver_id: "512" },
    delivery: { attempts: 5, max_attempts: 9 },
  });
  expect(attempt).toMatchObject({ is_notice: 1, status: "delivered" });
  for (const name of ["taken", "links_lead", "is_confirmed", "confirm_within", "tells"])
    expect(attempt).not.toHaveProperty(name);
  expect(await settled()).not.toHaveProperty("is_notice");
});

it("what was not sent is due as before, says why, and spends nothing", async () => {
  const claimed = claimedDelivery(await newDestination());
  expect(notSent(claimed, 1_000)).toMatchObject({
    delivery: claimed.delivery,
    wasSent: false,
    retryAfterMs: null,
    attempt: {
      outcome: "retry",
      status_code: null,
      error: expect.stringMatching(/^not sent: its destination had just failed/) as unknown,
      started_at: 1_000,
      duration_ms: 0,
      status: "pending",
      next_attempt_at: 1_000,
      is_unspent: 1,
      bucket: noBucket,
      dead_letter: null,
    },
  });
});
