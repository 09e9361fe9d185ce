import type { Alert } from "@leadrelay/contracts/alert";
import type { ToldType } from "@leadrelay/contracts/event-type";
import { describe, expect, test } from "vitest";
import { readFrozen } from "../payload/read-payload.ts";
import { alertRows } from "./alert-rows.ts";

const alert: Alert = {
  v: 1,
  type: "destination.down",
  happened_at: 1,
  client_id: "cli_1",
  destination: { id: "dst_crm", name: "CRM", kind: "make" },
  summary: "CRM takes nothing.",
  what_next: "Look at it.",
  dead_letters: null,
};
const chat = {
  id: "dst_chat",
  client_id: "cli_1",
  enabled: true,
  environments: ["production" as const],
  event_types: ["destination.down"] as ToldType[],
  max_attempts: 10,
};
const rowsFor = (...subscribers: (typeof chat)[]) =>
  alertRows({ id: "alert", alert, lead: null }, subscribers, { environment: "production", nowMs: 7 });

describe("an alert", () => {
  test("is one event under no lead, and one delivery that is due", () => {
    const { events, deliveries } = rowsFor(chat);
    expect(events).toMatchObject([{ lead_id: 0, id: "alert", client_id: "cli_1", type: "destination.down" }]);
    expect(deliveries).toMatchObject([
      {
        lead_id: 0,
        event_id: "alert",
        destination_id: "dst_chat",
        status: "pending",
        next_attempt_at: 7,
        max_attempts: 10,
        submitted_at: null,
      },
    ]);
    const [event] = events;
    expect(event && readFrozen(event)).toMatchObject({ alert, payload: { first_name: null, lead_id: 0 } });
  });

  test.each<[who: string, given: Partial<typeof chat>]>([
    ["that takes other events", { event_types: ["lead.created", "destination.recovered"] }],
    ["that is off", { enabled: false }],
    ["of another environment", { environments: [] }],
    ["of another client", { client_id: "cli_2" }],
    ["that it tells of itself", { id: "dst_crm" }],
  ])("goes to no destination %s", (_who, given) => {
    expect(rowsFor({ ...chat, ...given })).toEqual({ events: [], deliveries: [] });
    const both = rowsFor({ ...chat, ...given }, chat);
    expect(both.deliveries.map(({ destination_id }) => destination_id)).toEqual(["dst_chat"]);
  });

  test("has the same deliveries however often it is made", () => {
    expect(rowsFor(chat).deliveries[0]?.public_id).toBe(rowsFor(chat).deliveries[0]?.public_id);
  });
});
