import * as fc from "fast-check";
import { expect, it } from "vitest";
import { mergeBeats } from "./merge-beats.ts";

const self = (at: number) => at;
const timeOf = { left: self, right: self };

it.each([
  ["the newest of both", [9, 5], [7], 2, [9], [7], true],
  ["all there is", [9], [7], 5, [9], [7], false],
  ["of one alone", [], [7, 6], 1, [], [7], true],
  ["at the same time the first story's first", [7], [7], 1, [7], [], true],
])("takes %s", (_what, left, right, limit, lefts, rights, goesOn) => {
  expect(mergeBeats(left, right, { limit, timeOf })).toEqual({ left: lefts, right: rights, goesOn });
});

it("page by page tells both stories whole, in order", () => {
  const story = fc.array(fc.nat(50)).map((times) => times.toSorted((a, b) => b - a));
  fc.assert(
    fc.property(story, story, fc.integer({ min: 1, max: 5 }), (left, right, limit) => {
      const told: number[] = [];
      let [lefts, rights] = [left, right];
      for (let goesOn = true; goesOn;) {
        const page = mergeBeats(lefts, rights, { limit, timeOf });
        told.push(...[...page.left, ...page.right].toSorted((a, b) => b - a));
        lefts = lefts.slice(page.left.length);
        rights = rights.slice(page.right.length);
        goesOn = page.goesOn;
      }
      expect(told).toEqual([...left, ...right].toSorted((a, b) => b - a));
    }),
  );
});

it("a story that has ended is asked for no time", () => {
  const at = { left: (beat: { at: number }) => beat.at, right: (beat: { at: number }) => beat.at };
  expect(mergeBeats([], [{ at: 2 }, { at: 1 }], { limit: 5, timeOf: at })).toEqual({
    left: [],
    right: [{ at: 2 }, { at: 1 }],
    goesOn: false,
  });
});
