import { expect, it } from "vitest";
import { overloadDelaySeconds } from "./overload-delay.ts";

it.each([
  [1, 2, 4],
  [2, 4, 8],
  [3, 8, 16],
  [4, 16, 32],
])("after %d tries at an overloaded D1 a message waits %d to %d seconds", (tries, least, most) => {
  expect(overloadDelaySeconds(tries, 0)).toBe(least);
  expect(overloadDelaySeconds(tries, 0.999)).toBe(most);
});

it("the fifth try counts D1 as away", () => {
  expect(overloadDelaySeconds(5, 0)).toBeNull();
});
