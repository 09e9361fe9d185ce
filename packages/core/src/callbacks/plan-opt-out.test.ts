import { expect, it } from "vitest";
import { mostStrangers, planOptOut } from "./plan-opt-out.ts";

const strangers = {
  client_id: "cli",
  subject: "opt-outs of strangers",
  period: "m:2026-11",
  count: 1,
  ends_at: Date.UTC(2026, 11, 1),
  most: mostStrangers,
};
const said = { client_id: "cli", received_at: Date.UTC(2026, 10, 30, 23, 59) };

it.each([
  ["of a known lead without end", { isOut: true, isStranger: false }, null],
  ["of a known lead to have them again", { isOut: false, isStranger: false }, null],
  ["of a stranger, so many of each client in each month", { isOut: true, isStranger: true }, strangers],
  ["of a stranger to have them again, who makes room", { isOut: false, isStranger: true }, strangers],
])("the wish %s is kept", (_what, given, limit) => {
  const { isOut } = given;
  expect(planOptOut(said, { phone: "+91-9812345678", ...given })).toEqual({
    phone: "+91-9812345678",
    isOut,
    limit,
  });
});
