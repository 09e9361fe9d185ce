import { expect, it } from "vitest";
import { actorOf, deedOf, detailLine, detailLines } from "./told-entry.ts";

const entry = (given: object) => ({
  id: "1",
  agency_id: null,
  client_id: null,
  actor: { kind: "operator" as const, id: "opr_1", name: "asha@example.com" },
  action: "form.changed",
  subject: { kind: "form", id: "form_1" },
  detail: {},
  request_id: null,
  created_at: 0,
  ...given,
});

it.each([
  ["operator", "asha@example.com", "asha@example.com"],
  ["key", "Sync", "key Sync"],
  ["system", "sweep", "LeadRelay"],
])("%s is told as who did it", (kind, name, told) => {
  expect(actorOf(entry({ actor: { kind, id: "x", name } }))).toBe(told);
});

it("an action is told as a deed, also one that is newer than this page", () => {
  expect(deedOf(entry({}))).toBe("changed a form");
  expect(deedOf(entry({ action: "moon_phase.changed" }))).toBe("moon phase changed");
});

it("a network is told in its line", () => {
  const subject = { kind: "blocked_ip", id: "203.0.113.0/24" };
  expect(detailLine(entry({ subject, detail: { reason: "spam" } }))).toBe("203.0.113.0/24 · reason: spam");
  expect(detailLine(entry({}))).toBe("");
});

it("of what has parts a line says how many, and a page all", () => {
  const detail = {
    members: [{ id: 1 }, { id: 2 }],
    hosted_page: { is_on: true },
    before: { hosted_page: null },
  };
  expect(detailLine(entry({ detail }))).toBe("members: 2 · hosted page: – → …");
  expect(detailLines(detail)).toEqual([
    ["members", '[{"id":1},{"id":2}]'],
    ["hosted page", '– → {"is_on":true}'],
  ]);
});

it("what was changed is told as it was and as it is", () => {
  const before = { name: "Lakeside", hue: null, stages: ["new", "won"], time_zone: "UTC" };
  const detail = { name: "Hilltop", hue: 145, stages: ["new"], time_zone: null, kept: "as it was", before };
  expect(detailLines(detail)).toEqual([
    ["name", "Lakeside → Hilltop"],
    ["hue", "– → 145"],
    ["stages", "new, won → new"],
    ["time zone", "UTC → –"],
    ["kept", "as it was"],
  ]);
});

it("what was written down is told a line each", () => {
  const detail = {
    name: "New",
    stages: ["a", "b"],
    allowed_hosts: [],
    is_on: false,
    parts: [{ x: 1 }],
    gone: null,
  };
  expect(detailLines(detail)).toEqual([
    ["name", "New"],
    ["stages", "a, b"],
    ["allowed hosts", ""],
    ["is on", "false"],
    ["parts", '[{"x":1}]'],
  ]);
});

it("a role is told as it was and as it is", () => {
  expect(detailLines({ before: "client_viewer", role: "client_admin" })).toEqual([
    ["role", "client_viewer → client_admin"],
  ]);
  expect(detailLines({ before: "client_viewer", role: null })).toEqual([["role", "client_viewer → –"]]);
});
