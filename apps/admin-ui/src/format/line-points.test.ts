import { expect, it } from "vitest";
import { linePoints } from "./line-points.ts";

const box = { width: 100, height: 20 };

it.each<[what: string, values: number[], points: string]>([
  ["the greatest touches the top, nothing the bottom", [0, 5, 10], "0,20 50,10 100,0"],
  ["one value stands at the start", [3], "0,0"],
  ["none is no line", [], ""],
  ["nothing at all lies at the bottom", [0, 0], "0,20 100,20"],
  ["less than nothing is nothing", [-4, 4], "0,20 100,0"],
  ["a third is rounded", [1, 2, 3, 3], "0,13.3 33.3,6.7 66.7,0 100,0"],
])("%s", (_what, values, points) => {
  expect(linePoints(values, box)).toBe(points);
});
