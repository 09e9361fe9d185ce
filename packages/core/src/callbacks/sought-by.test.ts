import { expect, it } from "vitest";
import type { CallbackSought, ProvedSaid } from "./callback-plan.ts";
import { onceKey, soughtBy } from "./sought-by.ts";

const lead = { lead_public_id: "lead-4" };
const run = { kind: "execution", delivery_id: "d-1", result: "failed" } as const;
const reply = { kind: "reply", sid: "SM1", phone: "+91-9812345678", text: "Hi", wish: null } as const;
const status = { kind: "sms_status", sid: "SM1", lead, status: "read", result: "done", error: null } as const;
const activity = { kind: "activity", lead, activity: "call" } as const;

it.each<[what: string, said: ProvedSaid, sought: CallbackSought, once: string | null]>([
  ["a run by its delivery, once for each end", run, { delivery_id: "d-1" }, "execution:d-1:failed"],
  ["a reply by its number, once for each message", reply, { phone: "+91-9812345678" }, "reply:SM1"],
  ["a reply of nobody by nothing", { ...reply, phone: null }, {}, "reply:SM1"],
  ["a reply without an id as often as it is said", { ...reply, sid: "" }, { phone: "+91-9812345678" }, null],
  ["what became of a message by its delivery, once for each end", status, lead, "sms:SM1:done"],
  ["an activity as often as it is said", activity, lead, null],
  ["an activity with an id once", { ...activity, activity_id: "a9" }, lead, "activity:a9"],
  ["an outcome once for each word", { kind: "outcome", lead, outcome: "won" }, lead, "outcome:won"],
  ["a link as often as it is said", { kind: "link", lead, crm_lead_id: "512" }, lead, null],
])("looks for the lead of %s", (_what, said, sought, once) => {
  expect(soughtBy(said)).toEqual(sought);
  expect(onceKey(said)).toBe(once);
});
