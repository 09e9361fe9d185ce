import { expect, test } from "vitest";
import { payloadOf } from "./payload.ts";

test("a repeated name holds all its values, a list stays one value", () => {
  expect({
    ...payloadOf([
      ["a", "1"],
      ["b", ["x"]],
      ["a", "2"],
      ["a", "3"],
      ["b", "y"],
    ]),
  }).toEqual({ a: ["1", "2", "3"], b: [["x"], "y"] });
});

test("names from the network are data and reach no prototype", () => {
  const payload = payloadOf([
    ["__proto__", { polluted: "yes" }],
    ["constructor", "x"],
  ]);
  expect(JSON.stringify(payload)).toBe('{"__proto__":{"polluted":"yes"},"constructor":"x"}');
  expect(Object.getPrototypeOf(payload)).toBeNull();
  expect({}).not.toHaveProperty("polluted");
});
