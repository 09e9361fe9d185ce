import { expect, test } from "vitest";
import { humanLine } from "./worker-log.ts";

test("an event becomes one line: time, name, then what it carries", () => {
  const text = JSON.stringify({ event: "delivery.attempted", attempt: 2, outcome: "retry", error: null });
  expect(humanLine(Date.now(), text)).toMatch(
    /^\d\d:\d\d:\d\d {2}delivery\.attempted {7}attempt=2 outcome=retry$/,
  );
});

test("what is no event is shown as it is", () => {
  expect(humanLine(0, "workerd says hello")).toBeUndefined();
  expect(humanLine(0, '{"event":"cut off')).toBeUndefined();
});
