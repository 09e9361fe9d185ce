import { expect, it } from "vitest";
import { reasonOf } from "./reason-of.ts";

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

it.each([
  '{"email": asha@example.com}',
  "asha@example.com",
  `{"a":1,"name":"Asha Rao" "phone":"9876543210"}`,
  `${"x".repeat(500)} asha@example.com`,
  '{"a":"asha@example.com\n9876543210"}',
  '["asha@example.com", "is not valid JSON", oops]',
])("of what is no JSON nothing is repeated: %s", (text) => {
  const reason = reasonOf(thrownBy((): unknown => JSON.parse(text)));
  expect(reason).not.toMatch(/asha|example|98765|Rao/i);
  expect(reason).toMatch(/JSON/);
});

it.each<[unknown, string]>([
  [new Error("D1_ERROR: no such table"), "D1_ERROR: no such table"],
  [
    new SyntaxError("Unterminated string in JSON at position 12"),
    "Unterminated string in JSON at position 12",
  ],
  ["gone", "gone"],
  [undefined, "undefined"],
])("%o is told as %s", (error, told) => {
  expect(reasonOf(error)).toBe(told);
});
