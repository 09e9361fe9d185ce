import { expect, it } from "vitest";
import { mostStrangers, planOptOut } from "./plan-opt-out.ts";

const said = { client_id: "cli", received_at: Date.UTC(2026, 10, 30, 23, 59) };

it.each([
  ["of a known lead without end", { isOut: true, isStranger: false }, null],
  ["to have them again without end", { isOut: false, isStranger: true }, null],
  [
    "of a stranger, so many of each client in each month",
    { isOut: true, isStranger: true },
    {
      client_id: "cli",
      subject: "opt-outs of strangers",
      period: "m:2026-11",
      count: 1,
      ends_at: Date.UTC(2026, 11, 1),
      most: mostStrangers,
    },
  ],
])("the wish %s is kept", (_what, given, limit) => {
  const { isOut } = given;
  expect(planOptOut(said, { phone: "+91-9812345678", ...given })).toEqual({
    phone: "+91-9812345678",
    isOut,
    limit,
  });
});
