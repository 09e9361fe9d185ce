import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";
import { waysToBeRecognised } from "./ways-to-be-recognised.ts";

const stack = useStack();
const { submit, stored, deliveries, delivery, sends } = farEnd(stack);

const hourMs = 3_600_000;
let clockMs = 0;

/** Starts the stack again on the same state, its clock further on. The clock never goes back within this file. */
async function hoursLater(hours: number): Promise<void> {
  clockMs += hours * hourMs;
  await stack().restart({ TEST_CLOCK_OFFSET_MS: String(clockMs) });
}

const fromAnywhere = () => ({ "cf-connecting-ip": newPerson().ip });

test("after 25 hours a person is sent again as re-engaged, whatever they are recognised by", async () => {
  const people = waysToBeRecognised.map(({ kind, posts }) => ({ kind, ...posts() }));
  const firstIds = await Promise.all(people.map(({ first }) => submit(first, fromAnywhere())));
  const firstSends = await Promise.all(firstIds.map(onlySend));
  await hoursLater(25);
  const secondIds = await Promise.all(people.map(({ again }) => submit(again, fromAnywhere())));
  for (const [index, { kind }] of people.entries()) {
    const [first, second] = [firstIds[index] ?? "", secondIds[index] ?? ""];
    expect(await stored(second)).toMatchObject({
      lead_id: (await stored(first)).lead_id,
      submission_number: 2,
      outcome: "reengaged",
      decision: {
        rule: "reengaged",
        lead: { matched_by: kind },
        setting: { name: "LEAD_REENGAGE_HOURS", value: 24 },
      },
    });
    expect(firstSends[index]).toMatchObject({ is_duplicate: "no", form_submit_count: 1 });
    const { public_id } = await delivery(second, "delivered");
    expect(public_id).not.toBe(firstSends[index]?.make_send_public_id);
    expect(await onlySend(second)).toMatchObject({
      lead_public_id: firstSends[index]?.lead_public_id,
      make_send_public_id: public_id,
      is_duplicate: "yes",
      form_submit_count: 2,
    });
  }
});

test("after two hours a person is neither new nor re-engaged: stored, not sent", async () => {
  const { email } = newPerson();
  const firstId = await submit({ email }, fromAnywhere());
  await delivery(firstId, "delivered");
  await hoursLater(2);
  const secondId = await submit({ email }, fromAnywhere());
  expect(await stored(secondId)).toMatchObject({
    outcome: "duplicate",
    decision: { rule: "reengage_wait", elapsed_minutes: 120, setting: { value: 24 } },
  });
  expect(await deliveries(secondId)).toEqual([]);
});

test("an address says nothing after the duplicate window: the next person there is a new lead", async () => {
  const { email, phone, ip } = newPerson();
  const firstId = await submit({ email }, { "cf-connecting-ip": ip });
  await delivery(firstId, "delivered");
  await hoursLater(1);
  const secondId = await submit({ phone }, { "cf-connecting-ip": ip });
  expect(await stored(secondId)).toMatchObject({
    outcome: "new_lead",
    decision: { ip_rejected: "outside_duplicate_window" },
  });
  await delivery(secondId, "delivered");
});

async function onlySend(submissionId: string): Promise<SentLeadPayload> {
  await delivery(submissionId, "delivered");
  const [send, ...more] = await sends(submissionId);
  expect(more).toEqual([]);
  if (send === undefined) throw new Error(`The receiver got nothing of ${submissionId}`);
  return send.body;
}
