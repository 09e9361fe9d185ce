import { noticeExamples } from "@leadrelay/contracts/notice-examples";
import { pipelineScope } from "@leadrelay/db/scope";
import { expect, it } from "vitest";
import { answeringD1 } from "../../test/answering-d1.ts";
import { planLeadNotice } from "./plan-lead-notice.ts";

const now = 1_796_000_000_000;
const notice = { ...noticeExamples["lead.note_added"], client_id: "cli" };
const lead = {
  id: 7,
  public_id: "lead-7",
  client_id: "cli",
  project: "Lakeside",
  contact_name: "Asha Rao",
  contact_email: "asha@example.com",
  contact_phone: null,
  submission_count: 2,
  suspicion_score: 0,
  is_test: false,
};

/** A destination's row that takes notes, unless said. */
const row = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  client_id: "cli",
  name: id,
  kind: "slack",
  enabled: 1,
  takes_test: 0,
  environments_json: '["production"]',
  event_types_json: '["lead.created","lead.note_added"]',
  retry_schedule: null,
  reply_json: null,
  confirm_json: null,
  limits_json: null,
  deleted_at: null,
  client_deleted_at: null,
  health_json: null,
  ...given,
});

async function plan(destinations: ReturnType<typeof row>[], { subject = "note-1", isTest = false } = {}) {
  const control = answeringD1([destinations]);
  const leads = answeringD1([[]]);
  const databases: string[] = [];
  const planned = await planLeadNotice(
    pipelineScope,
    { notice, lead: { ...lead, is_test: isTest }, database: "DB_EU", subject },
    {
      control: control.d1,
      leadDatabase: (name) => {
        databases.push(name);
        return leads.d1;
      },
      retrySchedule: [1_000, 2_000],
      environment: "production",
      now: () => now,
    },
  );
  return { ...planned, calls: [control.asked.calls, leads.asked.calls], databases };
}

it.each<[what: string, destinations: ReturnType<typeof row>[], told: string[], calls: number[]]>([
  ["nobody where nobody is there, and the lead is not read", [], [], [1, 0]],
  [
    "nobody where nobody takes its type, and the lead is not read",
    [row("a", { event_types_json: '["lead.created"]' })],
    [],
    [1, 0],
  ],
  ["who takes its type, at once", [row("a"), row("b", { event_types_json: "[]" })], ["a pending"], [1, 1]],
  ["one that is off, held", [row("a"), row("b", { enabled: 0 })], ["a pending", "b held"], [1, 1]],
  ["nobody of another environment", [row("a", { environments_json: '["development"]' })], [], [1, 1]],
])("tells %s", async (_what, destinations, told, calls) => {
  const { rows, due, calls: made } = await plan(destinations);
  expect(rows.deliveries.map(({ destination_id, status }) => `${destination_id} ${status}`)).toEqual(told);
  expect(rows.events).toHaveLength(told.length === 0 ? 0 : 1);
  expect(due.map(({ key, at }) => [key.destination_id, key.attempts, at])).toEqual(
    told.filter((one) => one.endsWith("pending")).map((one) => [one.split(" ")[0], 0, now]),
  );
  expect(made).toEqual(calls);
});

it("tells of a test lead those alone that take tests", async () => {
  const both = [row("a"), row("b", { takes_test: 1 })];
  const { rows } = await plan(both, { isTest: true });
  expect(rows.deliveries.map(({ destination_id }) => destination_id)).toEqual(["b"]);
});

it("is read in the lead's own database, tried as often as each destination's schedule says, and shows the lead as it stands", async () => {
  const { rows, databases } = await plan([row("a"), row("b", { retry_schedule: "1s,2s,3s,4s" })]);
  expect(databases).toEqual(["DB_EU"]);
  expect(rows.deliveries.map(({ max_attempts }) => max_attempts)).toEqual([3, 5]);
  expect(rows.events[0]).toMatchObject({
    lead_id: 7,
    client_id: "cli",
    type: "lead.note_added",
    created_at: now,
  });
  const told = JSON.parse(rows.events[0]?.payload_json.slice(1) ?? "") as unknown;
  expect(told).toMatchObject({
    notice: { type: "lead.note_added", note: notice.note },
    lead: { first_name: "Asha Rao", lead_public_id: "lead-7", project_name: "Lakeside", test_lead: "no" },
  });
});

it("planned twice it is the same, of another subject another", async () => {
  const [one, again, other] = [
    await plan([row("a")]),
    await plan([row("a")]),
    await plan([row("a")], { subject: "note-2" }),
  ];
  expect(again.rows).toEqual(one.rows);
  expect(other.rows.events[0]?.id).not.toBe(one.rows.events[0]?.id);
  expect(other.rows.deliveries[0]?.public_id).not.toBe(one.rows.deliveries[0]?.public_id);
});
