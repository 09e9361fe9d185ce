import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import { describe, expect, it } from "vitest";
import { sampleAttempt, sampleDestination } from "../../test/decide-samples.ts";
import { deliveryId, deliveryLetterId } from "../ids/derived-id.ts";
import { planDirectDeliveries } from "./plan-direct-deliveries.ts";

const event = {
  id: "e",
  type: "lead.created",
  lead_id: 4,
  client_id: "client",
  form_id: "form",
  submitted_at: 1,
  source: "facebook",
  reachesCreatedOnly: false,
} as const;
const nowMs = 5000;
const publicId = deliveryId("e", "make");

const plan = (tries: readonly DirectAttempt[], destinations: readonly object[] = [{ max_attempts: 3 }]) =>
  planDirectDeliveries(
    event,
    { direct: { make: tries }, submission_id: "s" },
    destinations.map((destination) => ({ ...sampleDestination, ...destination })),
    { nowMs, isTest: false },
  );
const failed = (number: number, given: Partial<DirectAttempt> = {}) =>
  sampleAttempt({
    number,
    outcome: "retry",
    status_code: 503,
    error: "busy",
    started_at: 100 * number,
    ...given,
  });

describe("what was sent while D1 was down", () => {
  it("and arrived counts for its destination's caps, when it arrived, unless it was a test", () => {
    const caps = [{ per: "hour" as const, leads: 5, source: "Facebook" }];
    const limits = { time_zone: "UTC", week_starts: "monday" as const, caps, hours: null, holidays: [] };
    const tries = [sampleAttempt({ started_at: 3_599_999, duration_ms: 1 })];
    const destination = { ...sampleDestination, limits: { ...limits } };
    const counted = (isTest: boolean, direct = tries) =>
      planDirectDeliveries(event, { direct: { make: direct }, submission_id: "s" }, [destination], {
        nowMs,
        isTest,
      }).tallies.map(({ subject, period }) => `${subject} ${period}`);
    expect(counted(false)).toEqual(["cap:make:facebook h:1970-01-01T01+00:00"]);
    expect(counted(true)).toEqual([]);
    expect(counted(false, [failed(1)])).toEqual([]);
  });

  it("and arrived is waited for where its receiver must confirm it, and what failed is not", () => {
    const asks = { after: { confirmation: { within_minutes: 2 } } };
    const waitedFor = (tries: DirectAttempt[], destination: object) =>
      plan(tries, [destination]).rows.map(({ confirm_by }) => confirm_by);
    expect(waitedFor([sampleAttempt()], asks)).toEqual([nowMs + 120_000]);
    expect(waitedFor([sampleAttempt()], { after: {} })).toEqual([undefined]);
    expect(waitedFor([failed(1)], asks)).toEqual([undefined]);
  });

  it("and arrived is a delivery that is delivered", () => {
    const { rows, letters, sentAt } = plan([failed(1), sampleAttempt({ number: 2, started_at: 200 })]);
    expect(rows).toEqual([
      {
        lead_id: 4,
        event_id: "e",
        destination_id: "make",
        public_id: publicId,
        client_id: "client",
        status: "delivered",
        attempts: 2,
        max_attempts: 3,
        next_attempt_at: null,
        lease_until: null,
        settled_at: nowMs,
        created_at: nowMs,
        last_status_code: 200,
        last_error: null,
        dead_letter_id: null,
        form_id: "form",
        submitted_at: 1,
      },
    ]);
    expect(letters).toEqual([]);
    expect(sentAt).toBe(200);
  });

  it("and failed, with tries left, is due again at once", () => {
    const { rows, letters, sentAt } = plan([failed(1), failed(2)]);
    expect(rows).toMatchObject([
      {
        status: "pending",
        attempts: 2,
        max_attempts: 3,
        next_attempt_at: nowMs,
        lease_until: null,
        settled_at: null,
        last_status_code: 503,
        last_error: "busy",
        dead_letter_id: null,
      },
    ]);
    expect(letters).toEqual([]);
    expect(sentAt).toBeNull();
  });

  it.each<[string, DirectAttempt[], string]>([
    ["and used up its tries", [failed(1), failed(2), failed(3)], "exhausted"],
    ["and was refused", [failed(1), failed(2, { outcome: "refused", status_code: 400 })], "refused"],
    ["and whose webhook is gone", [failed(1, { outcome: "gone", status_code: 410 })], "gone"],
  ])("%s needs a person", (_, tries, cause) => {
    const { rows, letters } = plan(tries);
    const last = tries.at(-1);
    const letterId = deliveryLetterId(publicId, tries.length);
    expect(rows).toMatchObject([
      {
        status: "dead",
        attempts: tries.length,
        next_attempt_at: null,
        settled_at: nowMs,
        dead_letter_id: letterId,
      },
    ]);
    expect(letters).toEqual([
      {
        id: letterId,
        kind: "delivery",
        cause,
        client_id: "client",
        submission_id: "s",
        lead_id: 4,
        event_id: "e",
        destination_id: "make",
        payload_json: null,
        attempts: tries.length,
        last_status_code: last?.status_code,
        last_error: "busy",
        first_failed_at: 100,
        last_failed_at: 100 * tries.length,
      },
    ]);
  });

  it("keeps every attempt as it was", () => {
    const tries = [failed(1), sampleAttempt({ number: 2 })];
    const key = { lead_id: 4, event_id: "e", destination_id: "make", client_id: "client" };
    expect(plan(tries).attempts).toEqual(tries.map((attempt) => ({ ...key, ...attempt })));
  });

  it("says so in the trace, with the delivery's id", () => {
    expect(plan([failed(1)]).traces).toEqual([
      {
        id: "make",
        event: "lead.created",
        status: "pending",
        reason: "sent_while_d1_down",
        delivery_public_id: publicId,
      },
    ]);
  });

  it("to a destination that was deleted since is not tried again", () => {
    const { rows, letters } = plan([failed(1), failed(2)], []);
    expect(rows).toMatchObject([{ status: "dead", attempts: 2, max_attempts: 2 }]);
    expect(letters).toMatchObject([{ cause: "exhausted" }]);
  });

  it("is judged by its own destination's tries, not by another's", () => {
    const { rows } = plan([failed(1), failed(2)], [{ id: "other", max_attempts: 2 }, { max_attempts: 9 }]);
    expect(rows).toMatchObject([{ status: "pending", max_attempts: 9 }]);
  });

  it("more often than the destination now allows counts all its tries", () => {
    const { rows } = plan([failed(1), failed(2), failed(3), failed(4)]);
    expect(rows).toMatchObject([{ status: "dead", attempts: 4, max_attempts: 4 }]);
  });

  it("to several destinations is several deliveries, and the last that arrived says when the lead was sent", () => {
    const direct = {
      a: [sampleAttempt({ started_at: 300 })],
      b: [sampleAttempt({ started_at: 200 })],
      c: [failed(1, { started_at: 900 })],
      d: [],
    };
    const planned = planDirectDeliveries(event, { direct, submission_id: "s" }, [], { nowMs, isTest: false });
    expect(planned.rows.map(({ destination_id, status }) => [destination_id, status])).toEqual([
      ["a", "delivered"],
      ["b", "delivered"],
      ["c", "dead"],
    ]);
    expect(planned.sentAt).toBe(300);
  });
});

describe("what a member of a route refused while D1 was down", () => {
  const refusal = (outcome: DirectAttempt["outcome"]) =>
    sampleAttempt({ outcome, status_code: 422, error: "no such list" });
  const planOf = (
    outcome: DirectAttempt["outcome"],
    mode: "first_accepting" | "weighted",
    went: Record<string, string>,
  ) => {
    const members = ["make", "b"].map((id, position) => ({
      ...sampleDestination,
      id,
      name: id,
      max_attempts: 1,
      route: {
        route_id: "r",
        mode,
        counted_from: 1,
        position,
        weight: 1,
        conditions: null,
        overflow_minutes: null,
      },
    }));
    const { rows, letters, traces } = planDirectDeliveries(
      event,
      { direct: { make: [refusal(outcome)] }, submission_id: "s" },
      members,
      { nowMs, isTest: false, went },
    );
    return `${rows[0]?.status} ${traces[0]?.status} ${letters.length} ${rows[0]?.last_error}`;
  };

  it.each([
    [
      "is no letter where the lead went on",
      "refused",
      "first_accepting",
      { r: "b" },
      "skipped skipped 0 no such list; the lead went on to b",
    ],
    [
      "is none where that one was gone",
      "gone",
      "first_accepting",
      { r: "b" },
      "skipped skipped 0 no such list; the lead went on to b",
    ],
    [
      "is none where it went to one that was deleted since",
      "refused",
      "first_accepting",
      { r: "z" },
      "skipped skipped 0 no such list; the lead went on to z",
    ],
    ["is a letter where it went nowhere", "refused", "first_accepting", {}, "dead dead 1 no such list"],
    [
      "is one where the lead is its own",
      "refused",
      "first_accepting",
      { r: "make" },
      "dead dead 1 no such list",
    ],
    [
      "is one where its tries were spent: it may have it",
      "retry",
      "first_accepting",
      { r: "b" },
      "dead dead 1 no such list",
    ],
    ["is one where nothing goes on", "refused", "weighted", { r: "b" }, "dead dead 1 no such list"],
  ] as const)("%s", (_, outcome, mode, went, expected) => {
    expect(planOf(outcome, mode, went)).toBe(expected);
  });
});
