import { signalSchema } from "@leadrelay/contracts/signal";
import { describe, expect, it } from "vitest";
import type { DestinationTrace } from "./decision-trace.ts";
import { stepSignals, sumSignals } from "./step-signals.ts";

const lead = { client_id: "cli_1", lead_id: 7, event_id: "evt_1", submission_id: "sub_1" };
const told = [{ event_types: ["workflow.step_run"] }];
const trace = (reason: DestinationTrace["reason"], words?: string): DestinationTrace => ({
  id: "dst_1",
  event: "lead.created",
  status: "skipped",
  reason,
  ...(words === undefined ? {} : { words }),
});
const stepOf = (reason: DestinationTrace["reason"]) =>
  stepSignals([trace(reason)], lead, told, 5).map(({ part }) => `${part.step}: its leads ${part.did}`)[0] ??
  null;

describe("a step that acted on a lead", () => {
  it.each<[DestinationTrace["reason"], string | null]>([
    ["filtered", "filter: its leads were left out"],
    ["filter_broken", "filter: its leads could not be judged, and become dead letters"],
    ["routed", "route: its leads were given to it"],
    ["route_conditions", "route: its leads were kept from it"],
    ["closed", "hold: its leads are held until it opens"],
    ["behind", "hold: its leads wait behind those that are held"],
    ["capped", "cap: its leads are held until it takes more"],
    // Each lead that a route gives to one it does not give to the others.
    ["routed_elsewhere", null],
    ["subscribed", null],
    ["not_subscribed", null],
    ["disabled", null],
    ["takes_no_tests", null],
    ["not_a_new_lead", null],
  ])("%s: %s", (reason, step) => {
    expect(stepOf(reason)).toBe(step);
  });

  it("is told with the lead, in the words of its trace", () => {
    const [signal] = stepSignals([trace("filtered", "country is not IN")], lead, told, 5);
    expect(signalSchema.parse(signal)).toEqual({
      type: "workflow.step_run",
      client_id: "cli_1",
      destination_id: "dst_1",
      subject: "filter",
      count: 1,
      raised_at: 5,
      part: { step: "filter", did: "were left out", reason: "country is not IN", submission_id: "sub_1" },
      sample: { lead_id: 7, event_id: "evt_1" },
    });
  });

  it("is told to nobody where nobody takes it", () => {
    const others = [{ event_types: ["lead.created", "destination.down"] }];
    expect(stepSignals([trace("filtered")], lead, others, 5)).toEqual([]);
  });

  it("is told where one of several destinations takes it", () => {
    const others = [{ event_types: ["lead.created"] }, ...told];
    expect(stepSignals([trace("filtered")], lead, others, 5)).toHaveLength(1);
  });

  it("is told without a reason where its trace has none", () => {
    expect(stepSignals([trace("filter_broken")], lead, told, 5)[0]?.part.reason).toBe("");
  });

  it("is within its schema however long its words are", () => {
    const [signal] = stepSignals([trace("filtered", "\u{1f44d}".repeat(400))], lead, told, 5);
    expect(signalSchema.parse(signal).part).toMatchObject({ reason: expect.any(String) as string });
  });

  it("shown by no event where there is none", () => {
    const [signal] = stepSignals([trace("filtered")], { ...lead, event_id: null }, told, 5);
    expect(signal?.sample).toBeNull();
  });
});

it("a batch's steps add up by destination and step", () => {
  const all = ["filtered", "filtered", "closed"] as const;
  const signals = all.flatMap((reason) => stepSignals([trace(reason)], lead, told, 5));
  const summed = sumSignals([...signals, ...signals.map((one) => ({ ...one, destination_id: "dst_2" }))]);
  expect(summed.map(({ destination_id, subject, count }) => `${destination_id} ${subject} ${count}`)).toEqual(
    ["dst_1 filter 2", "dst_1 hold 1", "dst_2 filter 2", "dst_2 hold 1"],
  );
});
