import { expect, test } from "vitest";
import { ruleFigures } from "./rule-figures.ts";

const of = (rule: "test" | "blocked" | "filtered", times: number) =>
  Array.from({ length: times }, () => ({ rule }));
const release = (
  state: "done" | "running" | "planned" | "cancelled",
  count: number,
  client_ids?: readonly string[],
) => ({
  state,
  filter: client_ids === undefined ? {} : { client_ids: [...client_ids] },
  summary: {
    release: { submissions: count, rules: [{ rule: "blocked" as const, count }], leaves_more: false },
  },
});

test("each rule tells how many it keeps back, most first, and the share of its that was sent after all", () => {
  const unsent = [...of("test", 2), ...of("blocked", 6), ...of("filtered", 3)];
  expect(ruleFigures(unsent, [release("done", 1), release("running", 1)])).toEqual([
    { rule: "blocked", kept: 6, released: 2, errorRate: 0.25 },
    { rule: "filtered", kept: 3, released: 0, errorRate: null },
    { rule: "test", kept: 2, released: 0, errorRate: null },
  ]);
});

test("a plan that was not applied, or a replay that is no release, counts nothing", () => {
  const others = [
    release("planned", 5),
    release("cancelled", 5),
    { state: "done" as const, filter: {}, summary: { release: null } },
  ];
  expect(ruleFigures([], others)).toEqual([]);
});

test("a rule of which all were sent is told", () => {
  expect(ruleFigures([], [release("done", 3)])).toEqual([
    { rule: "blocked", kept: 0, released: 3, errorRate: 1 },
  ]);
});

test("of one client only its own releases count, and none that was of several", () => {
  const releases = [
    release("done", 1, ["cli_1"]),
    release("done", 7, ["cli_2"]),
    release("done", 9, ["cli_1", "cli_2"]),
    release("done", 11),
  ];
  expect(ruleFigures(of("blocked", 3), releases, "cli_1")).toEqual([
    { rule: "blocked", kept: 3, released: 1, errorRate: 0.25 },
  ]);
  expect(ruleFigures(of("blocked", 3), releases)).toMatchObject([{ released: 28 }]);
});
