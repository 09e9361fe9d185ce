import { expect, it, test } from "vitest";
import { nextLookMs } from "./next-look.ts";
import { testFields } from "./post-test.ts";

it("a test has the form's own fields, is marked, and is nobody's", () => {
  const mapping = {
    "your-mail": "email",
    budget: "keyword",
    trap: "honeypot",
    camp: "utm_source",
    room: "location",
  };
  expect([...testFields(mapping, 743)]).toEqual([
    ["your-mail", "leadrelay-test-000002e7@example.com"],
    ["room", "test location"],
    ["name", "LeadRelay test"],
    ["phone", "+44 7700 900743"],
    ["message", "test message"],
    ["__leadrelay_test", "yes"],
  ]);
});

test.each([
  [undefined, 0, 500],
  [undefined, 3, 1_000],
  ["pending", 7, 3_000],
  ["pending", 20, 5_000],
  ["delivered", 1, false],
  ["nothing_to_send", 1, false],
] as const)("%s after %i looks: %s", (state, looks, ms) => {
  expect(nextLookMs(state, looks)).toBe(ms);
});
