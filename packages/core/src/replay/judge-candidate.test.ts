import { describe, expect, it } from "vitest";
import { deadLetterKinds } from "@leadrelay/contracts/dead-letter";
import { asNamed, judgeCandidate, type DestinationState, type ReplayFacts } from "./judge-candidate.ts";

const nowMs = 1000;
const dead: ReplayFacts = {
  kind: "delivery",
  letter_state: "open",
  status: "dead",
  next_attempt_at: null,
  has_payload: true,
};
const judge = (given: Partial<ReplayFacts>, destination: DestinationState = "enabled") =>
  judgeCandidate({ ...dead, ...given }, destination, nowMs);
const skip = (reason: string) => ({ kind: "skip", reason });

describe("a delivery that is replayed", () => {
  it.each<[string, Partial<ReplayFacts>]>([
    ["that is dead, with its letter open", {}],
    ["that is held", { status: "held", letter_state: null }],
    ["that was cancelled", { status: "cancelled", letter_state: null }],
    ["that waits for a later try", { status: "pending", letter_state: null, next_attempt_at: nowMs + 1 }],
  ])("%s is sent", (_, given) => expect(judge(given)).toEqual({ kind: "send" }));

  it.each<[string, Partial<ReplayFacts>, DestinationState, string]>([
    ["that arrived is not sent twice", { status: "delivered" }, "enabled", "delivered"],
    ["that the CRM confirmed is not sent twice", { status: "confirmed" }, "enabled", "delivered"],
    ["that its receiver had is not sent to it by a filter", { status: "skipped" }, "enabled", "delivered"],
    ["that is being sent is left alone", { status: "in_flight" }, "enabled", "under_way"],
    [
      "that is being sent is left alone, whenever its next try would be",
      { status: "in_flight", next_attempt_at: nowMs + 1 },
      "enabled",
      "under_way",
    ],
    ["that is due is left alone", { status: "pending", next_attempt_at: nowMs }, "enabled", "under_way"],
    ["that is overdue is left alone", { status: "pending", next_attempt_at: 1 }, "enabled", "under_way"],
    [
      "that has no time is taken for due",
      { status: "pending", next_attempt_at: null },
      "enabled",
      "under_way",
    ],
    ["whose letter a person gave up stays so", { letter_state: "discarded" }, "enabled", "discarded"],
    [
      "whose letter was replayed already is not sent for it again",
      { letter_state: "replayed" },
      "enabled",
      "discarded",
    ],
    ["whose letter is gone is not sent", { letter_state: null }, "enabled", "discarded"],
    ["that is gone itself is not sent", { status: null }, "enabled", "erased"],
    ["whose payload was erased is not sent", { has_payload: false }, "enabled", "erased"],
    ["to a disabled destination waits for that", {}, "disabled", "destination_disabled"],
    ["to a deleted destination is not sent", {}, "deleted", "destination_deleted"],
    [
      "that arrived is so, confirmed or not",
      { status: "delivered", unconfirmed_at: 5 },
      "enabled",
      "delivered",
    ],
    ["that arrived is so wherever its destination is", { status: "delivered" }, "deleted", "delivered"],
    ["without a payload is so wherever its destination is", { has_payload: false }, "disabled", "erased"],
    [
      "that arrived is so without its payload",
      { status: "delivered", has_payload: false },
      "enabled",
      "delivered",
    ],
  ])("%s", (_, given, destination, reason) => expect(judge(given, destination)).toEqual(skip(reason)));
});

describe("a delivery that a person names", () => {
  it.each<[string, Partial<ReplayFacts>, object]>([
    ["that its receiver took for somebody it had is sent", { status: "skipped" }, { kind: "send" }],
    ["whose letter was given up is sent", { letter_state: "discarded" }, { kind: "send" }],
    ["that arrived is not sent twice", { status: "delivered" }, skip("delivered")],
    ["that the CRM confirmed is not sent twice", { status: "confirmed" }, skip("delivered")],
    [
      "that arrived and was never confirmed, as it must, is sent",
      { status: "delivered", unconfirmed_at: 5 },
      { kind: "send" },
    ],
    [
      "that was confirmed late is not sent twice",
      { status: "confirmed", unconfirmed_at: 5 },
      skip("delivered"),
    ],
    ["that is being sent is left alone", { status: "in_flight" }, skip("under_way")],
    ["that is gone itself is not sent", { status: null }, skip("erased")],
  ])("%s", (_, given, verdict) =>
    expect(judgeCandidate(asNamed({ ...dead, ...given }), "enabled", nowMs)).toEqual(verdict),
  );
});

describe("a submission that is replayed", () => {
  const kinds = deadLetterKinds.filter((kind) => kind !== "delivery");

  it.each(kinds)("and failed as %s goes back on the queue", (kind) => {
    expect(judge({ kind, status: null })).toEqual({ kind: "enqueue" });
    expect(judge({ kind, status: null }, "deleted")).toEqual({ kind: "enqueue" });
  });

  it.each(kinds)("and failed as %s does not without its message", (kind) => {
    expect(judge({ kind, status: null, has_payload: false })).toEqual(skip("erased"));
  });
});
