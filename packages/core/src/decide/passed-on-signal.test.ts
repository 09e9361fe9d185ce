import { expect, it } from "vitest";
import { passedOnSignal } from "./passed-on-signal.ts";

const lead = { client_id: "cli", lead_id: 7, event_id: "e", submission_id: "s", destination_id: "a" };
const told = { client_id: "cli", event_types: ["lead.created", "workflow.step_run"] };

it("is raised of the member that the lead leaves, apart from what the route gives it", () => {
  expect(passedOnSignal(lead, "it is full; the lead went on to B", [told], 9)).toEqual({
    type: "workflow.step_run",
    client_id: "cli",
    destination_id: "a",
    subject: "route, passed on",
    count: 1,
    raised_at: 9,
    part: {
      step: "route",
      did: "went on to another of its route",
      reason: "it is full; the lead went on to B",
      submission_id: "s",
    },
    sample: { lead_id: 7, event_id: "e" },
  });
});

it.each([
  ["where nobody is there", []],
  ["where nobody takes steps", [{ client_id: "cli", event_types: ["lead.created"] }]],
  ["where another client's are told", [{ ...told, client_id: "other" }]],
])("is not raised %s", (_what, destinations) => {
  expect(passedOnSignal(lead, "", destinations, 9)).toBeNull();
});

it("a reason that is too long is cut, and no character in half", () => {
  const signal = passedOnSignal(lead, `${"x".repeat(299)}😀`, [told], 9);
  expect(signal?.part.reason).toBe(`${"x".repeat(299)}\uFFFD`);
});
