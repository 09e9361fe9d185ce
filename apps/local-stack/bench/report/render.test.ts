import { expect, test } from "vitest";
import { asJson, asTable, verdict } from "./render.ts";

const ratio = { bound: "at least", must: 0.8, aim: 0.92 } as const;
const rows = { bound: "at most", must: 18, aim: 15 } as const;

test("a value is judged against what must be and what is aimed for", () => {
  expect([0.79, 0.8, 0.92].map((value) => verdict(value, ratio))).toEqual(["MISSED", "ok", "aim reached"]);
  expect([18.1, 18, 15].map((value) => verdict(value, rows))).toEqual(["MISSED", "ok", "aim reached"]);
  expect(verdict(Number.NaN, rows)).toBe("MISSED");
  expect(verdict(5, { bound: "at most", must: 5 })).toBe("ok");
});

test("JSON has the keyed figures only, the table has all of them", () => {
  const figures = [
    { key: "ratio", label: "ours / bare", value: 0.95, target: ratio },
    { key: null, label: "sweep, rows read", value: 1200 },
  ];
  expect(JSON.parse(asJson(figures))).toEqual({ ratio: 0.95 });
  expect(asTable(figures)).toContain("aim reached");
  expect(asTable(figures)).toContain("1,200");
});
