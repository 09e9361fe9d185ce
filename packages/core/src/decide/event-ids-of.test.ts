import { expect, it } from "vitest";
import { sampleFacts, sampleSubmission } from "../../test/decide-samples.ts";
import { decideBatch } from "./decide-batch.ts";
import { eventIdsOf } from "./event-ids-of.ts";

const context = {
  policy: { environment: "production", duplicateWindowMinutes: 30, reengageHours: 24, identityGuard: true },
  nowMs: 10,
  newId: () => "lead",
} as const;

it("tells the very events that a decision made", () => {
  const post = (id: string, receivedAt: number, email = "a@x.io") =>
    sampleSubmission({ id, receivedAt, email });
  const attempt = { number: 1, outcome: "delivered", status_code: 200, error: null } as const;
  const sent = { ...post("c", 3), direct: { make: [{ ...attempt, started_at: 4, duration_ms: 1 }] } };
  const plan = decideBatch([post("a", 1), post("b", 2), sent], sampleFacts(), context);
  const ids = plan.submissions.flatMap(eventIdsOf);
  expect(plan.submissions).toHaveLength(3);
  expect(ids).toEqual(plan.events.map(({ id }) => id));
  expect(ids).toHaveLength(2);
});

it("of a submission without a trace it tells all that may have been", () => {
  expect(eventIdsOf({ public_id: "a", decision_json: "{}" })).toHaveLength(3);
});

it("tells the event of a lead that has nowhere to go", () => {
  const none = sampleFacts();
  const clients = new Map([...none.clients].map(([id, client]) => [id, { ...client, destinations: [] }]));
  const plan = decideBatch([sampleSubmission({ id: "a", email: "a@x.io" })], { ...none, clients }, context);
  expect(plan.submissions.flatMap(eventIdsOf)).toEqual(plan.events.map(({ id }) => id));
  expect(plan.events).toHaveLength(1);
});

it("of a submission that was released since it tells all that may have been, whatever was decided first", () => {
  const [row] = decideBatch(
    [sampleSubmission({ id: "a", email: "a@x.io" })],
    sampleFacts(),
    context,
  ).submissions;
  if (row === undefined) throw new Error("It was decided");
  expect(eventIdsOf({ ...row, released_at: null })).toHaveLength(1);
  expect(eventIdsOf({ ...row, released_at: 7 })).toHaveLength(3);
});
