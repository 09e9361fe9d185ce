import type { NoticeType, ToldType } from "@leadrelay/contracts/event-type";
import type { Notice, NoticeOf } from "@leadrelay/contracts/notice";
import { describe, expect, test } from "vitest";
import { readFrozen } from "../payload/read-payload.ts";
import { usualPayload } from "../payload/stored-payload.ts";
import { noLeadId, noticeId, planNotices, type Subscriber } from "./plan-notices.ts";

const common = {
  v: 1 as const,
  happened_at: 1,
  client_id: "cli_1",
  summary: "Something happened.",
  what_next: "Look at it.",
};
const down: Notice = {
  ...common,
  type: "destination.down",
  destination: { id: "dst_crm", name: "CRM", kind: "make" },
  dead_letters: null,
};
const moved: NoticeOf<"lead.status_changed"> = {
  ...common,
  type: "lead.status_changed",
  lead_id: "lead_1",
  destination: null,
  change: { from: "new", to: "won", by: { kind: "operator", name: "Priya" } },
};
const chat: Subscriber = {
  id: "dst_chat",
  client_id: "cli_1",
  enabled: true,
  takes_test: false,
  environments: ["production"],
  event_types: ["destination.down", "lead.status_changed"],
  max_attempts: 10,
};
const lead = {
  ...usualPayload({ lead_id: 7, type: "lead.created", submission_public_id: "s" }),
  email: "a@b.c",
};
const rowsFor = (notice: Notice, subscribers: readonly Subscriber[], given: { is_test?: boolean } = {}) =>
  planNotices(
    [{ id: "notice", notice, lead, lead_id: notice === moved ? 7 : noLeadId, is_test: false, ...given }],
    subscribers,
    { environment: "production", nowMs: 7 },
  );

describe("a notice", () => {
  test.each([
    ["about no lead is kept under none", down, 0],
    ["about a lead is kept under it", moved, 7],
  ])("%s, with a delivery that is due and counts for nothing", (_what, notice, lead_id) => {
    const { events, deliveries } = rowsFor(notice, [chat]);
    expect(events).toMatchObject([
      { lead_id, id: "notice", client_id: "cli_1", type: notice.type, submission_public_id: "" },
    ]);
    expect(deliveries).toMatchObject([
      {
        lead_id,
        event_id: "notice",
        destination_id: "dst_chat",
        status: "pending",
        next_attempt_at: 7,
        max_attempts: 10,
        form_id: "",
        submitted_at: null,
        is_notice: 1,
      },
    ]);
    const [event] = events;
    expect(event && readFrozen(event)).toMatchObject({ notice, payload: { email: "a@b.c" } });
  });

  test.each<[who: string, notice: Notice, given: Partial<Subscriber>]>([
    ["that takes other events", down, { event_types: ["lead.created", "destination.recovered"] }],
    ["that is off, where it tells of a destination", down, { enabled: false }],
    ["of another environment", moved, { environments: [] }],
    ["of another client", moved, { client_id: "cli_2" }],
    ["that it tells of itself", down, { id: "dst_crm" }],
  ])("goes to no destination %s", (_who, notice, given) => {
    expect(rowsFor(notice, [{ ...chat, ...given }])).toEqual({ events: [], deliveries: [] });
    const both = rowsFor(notice, [{ ...chat, ...given }, chat]);
    expect(both.deliveries.map(({ destination_id }) => destination_id)).toEqual(["dst_chat"]);
  });

  test("about a lead does not go back to the destination it came from", () => {
    const from = { ...moved, destination: { id: "dst_chat", name: "Chat", kind: "slack" } };
    expect(rowsFor(from, [chat]).deliveries).toEqual([]);
  });

  test("about a lead waits for a destination that is off, as its leads do", () => {
    expect(rowsFor(moved, [{ ...chat, enabled: false }]).deliveries).toMatchObject([
      { status: "held", next_attempt_at: null },
    ]);
  });

  test("about a test lead goes to those alone that take tests", () => {
    const tester = { ...chat, id: "dst_tests", takes_test: true };
    const { deliveries } = rowsFor(moved, [chat, tester], { is_test: true });
    expect(deliveries.map(({ destination_id }) => destination_id)).toEqual(["dst_tests"]);
  });

  test("has the same deliveries however often it is made", () => {
    const ids = () => rowsFor(moved, [chat]).deliveries.map(({ public_id }) => public_id);
    expect(ids()).toEqual(ids());
    const types: NoticeType[] = ["lead.note_added", "lead.replied"];
    expect(new Set(types.map((type) => noticeId(type, "one"))).size).toBe(2);
  });

  test("of before there were others is read as it was", () => {
    const { dead_letters, ...rest } = { ...down, dead_letters: null };
    const alert = { ...rest, dead_letters };
    const payload_json = `3${JSON.stringify({ alert, lead: null })}`;
    const type: ToldType = "destination.down";
    expect(readFrozen({ lead_id: 0, type, submission_public_id: "", payload_json })).toMatchObject({
      notice: alert,
      payload: { first_name: null },
    });
  });
});

describe("whoever hears of stages alone", () => {
  const ads: Subscriber = {
    ...chat,
    id: "dst_ads",
    event_types: ["lead.status_changed", "lead.crm_activity"],
    takes_stages: true,
  };
  const won: NoticeOf<"lead.crm_activity"> = {
    ...common,
    type: "lead.crm_activity",
    lead_id: "lead_1",
    destination: null,
    activity: { id: "7", kind: "won", text: null, by: null, stage: null, value: 900 },
  };
  const plan = (notices: readonly [id: string, notice: Notice][], subscribers = [chat, ads]) =>
    planNotices(
      notices.map(([id, notice]) => ({ id, notice, lead, lead_id: 7, is_test: false })),
      subscribers,
      { environment: "production", nowMs: 7 },
    );
  const toldTo = (destination: string, rows: ReturnType<typeof plan>) =>
    rows.deliveries.filter(({ destination_id }) => destination_id === destination);

  test("hears of each stage once, whatever says it and however often", () => {
    const first = toldTo("dst_ads", plan([["a", moved]]));
    expect(first).toHaveLength(1);
    const later = plan([
      ["b", moved],
      ["c", won],
      ["d", { ...won, activity: { ...won.activity, kind: "updated", stage: "Won" } }],
    ]);
    expect(toldTo("dst_ads", later).map(({ public_id }) => public_id)).toEqual(
      first.map(({ public_id }) => public_id),
    );
    expect(toldTo("dst_chat", later).map(({ event_id }) => event_id)).toEqual(["b"]);
  });

  test("hears of every stage of every lead", () => {
    const other = { ...moved, change: { ...moved.change, to: "contacted" } };
    const another = { ...moved, lead_id: "lead_2" };
    const rows = toldTo(
      "dst_ads",
      plan([
        ["a", moved],
        ["b", other],
        ["c", another],
      ]),
    );
    expect(new Set(rows.map(({ public_id }) => public_id)).size).toBe(3);
  });

  test("hears of nothing else", () => {
    const call = { ...won, activity: { ...won.activity, kind: "call" } };
    expect(plan([["a", call]], [ads])).toEqual({ events: [], deliveries: [] });
    expect(plan([["a", { ...moved, client_id: "cli_2" }]], [ads])).toEqual({ events: [], deliveries: [] });
  });
});
