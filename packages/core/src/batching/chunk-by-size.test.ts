import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkBySize, jsonBytes, parameterLimits } from "./chunk-by-size.ts";

describe("chunks", () => {
  it("keep every item in order and stay within both limits, but for one that alone is too big", () => {
    const limits = fc.record({
      items: fc.integer({ min: 1, max: 9 }),
      bytes: fc.integer({ min: 4, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(fc.string()), limits, (items, limits) => {
        const chunks = chunkBySize(items, limits);
        expect(chunks.flat()).toEqual(items);
        for (const chunk of chunks) {
          const bytes = chunk.reduce((sum, item) => sum + jsonBytes(item), 0);
          expect(chunk.length).toBeLessThanOrEqual(limits.items);
          expect(chunk.length === 1 || bytes <= limits.bytes).toBe(true);
        }
      }),
    );
  });

  it("are filled, so that nothing costs a call more than it must", () => {
    expect(chunkBySize(["a", "b", "c"], { items: 2, bytes: 100 })).toEqual([["a", "b"], ["c"]]);
    expect(chunkBySize(["a", "b", "c"], { items: 9, bytes: 6 })).toEqual([["a", "b"], ["c"]]);
  });

  it("count bytes, not characters", () => expect(jsonBytes("é")).toBe(4));
});

it("a chunk may be exactly as big as its limits", () => {
  expect(chunkBySize(["ab", "cd"], { items: 2, bytes: 8 })).toEqual([["ab", "cd"]]);
  expect(chunkBySize(["ab", "cd"], { items: 2, bytes: 7 })).toEqual([["ab"], ["cd"]]);
});

it("sizes add up within a chunk and begin anew with the next", () => {
  const sizeOf = (size: number) => size;
  expect(chunkBySize([3, 3, 3, 1, 2], { items: 9, bytes: 6 }, sizeOf)).toEqual([
    [3, 3],
    [3, 1, 2],
  ]);
  expect(chunkBySize([2, 2, 2], { items: 9, bytes: 5 }, sizeOf)).toEqual([[2, 2], [2]]);
});

it("a parameter of a statement stays below half of what D1 takes", () => {
  expect(parameterLimits).toEqual({ items: 10_000, bytes: 1_000_000 });
});

it("nothing makes no chunk", () => expect(chunkBySize([], { items: 1, bytes: 1 })).toEqual([]));
