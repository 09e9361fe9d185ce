import { expect, test } from "vitest";
import { repeatsNames } from "./repeats-names.ts";

const membersOf = (value: unknown): number =>
  typeof value !== "object" || value === null
    ? 0
    : Object.values(value).reduce<number>(
        (sum, member) => sum + membersOf(member),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      );

test.each<[boolean, string]>([
  [true, '{"a":1,"a":2}'],
  [true, '{"a":1,"a":1}'],
  [true, '{"a" : 1,"\\u0061"\n: 2}'],
  [true, '{"x":[{"a":1,"b":2,"a":3}]}'],
  [true, '{"a":"say \\":","b":1,"b":2}'],
  [false, '{"a":1,"b":2}'],
  [false, '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}'],
  [false, '{"a":"b\\":c","d":"\\"\\":"}'],
  [false, '{"a:":":","b":"\\\\"}'],
  [false, "{}"],
])("%s for %s", (repeats, text) => {
  expect(repeatsNames(text, membersOf(JSON.parse(text)))).toBe(repeats);
});
