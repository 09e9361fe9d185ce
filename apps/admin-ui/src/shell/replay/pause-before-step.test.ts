import { expect, test } from "vitest";
import { pauseBeforeStep } from "./pause-before-step.ts";

const refusal = (status: number) => ({ status, title: "", detail: "", type: "", request_id: "" });

test.each<[unknown, number | null]>([
  [null, 0],
  [refusal(409), 5_000],
  [refusal(429), 5_000],
  [refusal(503), 5_000],
  [new TypeError("Failed to fetch"), 5_000],
  [refusal(403), null],
  [refusal(404), null],
])("after %j a plan is gone on with in %j ms", (error, pause) => {
  expect(pauseBeforeStep(error)).toBe(pause);
});
