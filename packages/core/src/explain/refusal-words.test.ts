import { expect, it } from "vitest";
import { letterWords } from "./letter-words.ts";
import { refusedFor, settingAtFault, type RefusedFor } from "./refusal-words.ts";

it.each<[number | null, RefusedFor, string, string]>([
  [401, "key", "does not accept the key", "Give the destination the key"],
  [403, "key", "does not accept the key", "Give the destination the key"],
  [407, "key", "does not accept the key", "Give the destination the key"],
  [404, "address", "no receiver at the destination's address", "its right address"],
  [405, "address", "no receiver at the destination's address", "its right address"],
  [301, "address", "no receiver at the destination's address", "its right address"],
  [308, "address", "no receiver at the destination's address", "its right address"],
  [413, "size", "longer than the receiver takes", "longer bodies"],
  [400, "content", "refused what the lead says", "what the receiver complains of"],
  [422, "content", "refused what the lead says", "what the receiver complains of"],
  [409, "content", "refused what the lead says", "what the receiver complains of"],
  [null, "unsent", "No request could be sent", "its right address"],
])("a refusal with %s is about the %s: …%s…, and then: …%s…", (status, about, happened, next) => {
  expect(refusedFor(status)).toBe(about);
  const words = letterWords({
    id: "dlt_1",
    kind: "delivery",
    cause: "refused",
    state: "open",
    last_status_code: status,
  });
  expect(words.happened).toContain(happened);
  expect(words.happened.includes(`(HTTP ${status})`)).toBe(status !== null);
  expect(words.next).toContain(next);
  expect(words.next).toMatch(/, then replay this letter \(`leadrelay dlq replay dlt_1`\)\.$/);
});

it.each<[string, number | null, "key" | "address" | undefined]>([
  ["refused", 401, "key"],
  ["refused", 404, "address"],
  ["gone", 410, "address"],
  ["refused", null, "address"],
  ["refused", 422, undefined],
  ["refused", 413, undefined],
  ["exhausted", 404, undefined],
  ["lost", null, undefined],
])(
  "of a delivery that is dead for %s, last answered %s, the setting at fault is %s",
  (cause, status, setting) => {
    expect(settingAtFault(cause, status)).toBe(setting);
  },
);
