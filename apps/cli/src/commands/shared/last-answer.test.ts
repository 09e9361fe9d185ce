import { expect, it } from "vitest";
import { lastAnswer } from "./last-answer.ts";

it.each([
  [400, "HTTP 400: Invalid", "HTTP 400: Invalid"],
  [200, "The body was cut off", "200 The body was cut off"],
  [200, null, "200"],
  [null, "timed out", "timed out"],
  [null, null, ""],
])("of %s and %j is %j", (last_status_code, last_error, said) => {
  expect(lastAnswer({ last_status_code, last_error })).toBe(said);
});
