import { expect, test } from "vitest";
import { toldByAttempt } from "./told-by-attempt.ts";

type Given = Partial<Parameters<typeof toldByAttempt>[0]>;

test.each<[what: string, given: Given, told: "failing" | "recovered" | undefined]>([
  ["a fourth attempt that fails", {}, "failing"],
  ["a third", { number: 3 }, undefined],
  ["a fifth, which was told with the fourth", { number: 5 }, undefined],
  ["the fourth of another round", { number: 14, scheduleFrom: 10 }, "failing"],
  ["the first of another round", { number: 11, scheduleFrom: 10 }, undefined],
  ["a fourth that was refused: a dead letter tells of that", { outcome: "refused" }, undefined],
  ["a fourth that spent nothing", { isUnspent: true }, undefined],
  ["a fourth of a notice", { isNotice: true }, undefined],
  ["a fifth that arrives", { number: 5, outcome: "delivered" }, "recovered"],
  ["a fourth that arrives: nothing had failed so often", { outcome: "delivered" }, undefined],
  ["one that arrives after it died", { number: 11, scheduleFrom: 10, outcome: "delivered" }, "recovered"],
  ["a notice that arrives late", { number: 9, outcome: "delivered", isNotice: true }, undefined],
  ["a fifth whose receiver had the person", { number: 5, outcome: "duplicate_at_receiver" }, undefined],
])("%s tells of its destination what it should", (_what, given, told) => {
  const fourth = { outcome: "retry", isUnspent: false, isNotice: false, number: 4, scheduleFrom: 0 } as const;
  expect(toldByAttempt({ ...fourth, ...given })).toBe(told);
});
