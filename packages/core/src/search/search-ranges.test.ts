import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compareKeys } from "../lists/merge-page.ts";
import { highestText, searchRanges, type SearchKey } from "./search-ranges.ts";

interface Entry {
  client_id: string;
  is_live: 0 | 1;
  text: string;
  last: string;
}

/** Reads an index as SQLite would, `pageSize` at a time. */
function searchAll(entries: readonly Entry[], beginnings: readonly string[], pageSize: number): Entry[] {
  const found: Entry[] = [];
  for (let after: SearchKey | null = null; ;) {
    const ranges = searchRanges(beginnings, {
      clientIds: ["a", "b"],
      live: [1, 0],
      highest: highestText,
      after,
    });
    const page = ranges
      .flatMap(({ rank, client_id, is_live, low, upper }) =>
        entries
          .filter((entry) => entry.client_id === client_id && entry.is_live === is_live)
          .filter(({ text, last }) => compareKeys([text], [low]) >= 0 && compareKeys([text, last], upper) < 0)
          .toSorted((x, y) => compareKeys([y.text, y.last], [x.text, x.last]))
          .map((entry) => ({ rank, entry })),
      )
      .slice(0, pageSize);
    found.push(...page.map(({ entry }) => entry));
    const end = page.at(-1);
    if (end === undefined) return found;
    const { client_id, is_live, text, last } = end.entry;
    after = [end.rank, client_id, is_live, text, last];
  }
}

const entry = fc.record({
  client_id: fc.constantFrom("a", "b", "c"),
  is_live: fc.constantFrom(0 as const, 1 as const),
  text: fc.stringMatching(/^[ab😀\uff21]{1,3}$/u),
  last: fc.constantFrom("", "x", "y"),
});

it("page by page a search finds everything that begins so, each once, what is exactly so first", () => {
  const entries = fc.uniqueArray(entry, { selector: (one) => JSON.stringify(one), maxLength: 60 });
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom("a", "ab", "😀"),
      fc.integer({ min: 1, max: 7 }),
      (all, begin, n) => {
        const found = searchAll(all, [begin], n);
        const wanted = all.filter(({ client_id, text }) => client_id !== "c" && text.startsWith(begin));
        expect(new Set(found)).toEqual(new Set(wanted));
        expect(found).toHaveLength(wanted.length);
        const exact = wanted.filter(({ text }) => text === begin).length;
        expect(found.slice(0, exact).every(({ text }) => text === begin)).toBe(true);
      },
    ),
  );
});

it("several beginnings are one list", () => {
  const all = ["+1-5", "+49-5", "+91-5", "+91-56"].map((text): Entry => ({
    client_id: "a",
    is_live: 1,
    text,
    last: "",
  }));
  const found = searchAll(all, ["+49-5", "+91-5"], 1).map(({ text }) => text);
  expect(found).toEqual(["+91-5", "+49-5", "+91-56"]);
});

const options = { clientIds: ["a", "b"], live: [1, 0], highest: highestText, after: null } as const;

it("what is exactly so comes before what begins so, client by client, live before tests", () => {
  const ranges = searchRanges(["x"], options);
  expect(ranges.map(({ rank, client_id, is_live }) => [rank, client_id, is_live])).toEqual([
    [1, "b", 1],
    [1, "b", 0],
    [1, "a", 1],
    [1, "a", 0],
    [0, "b", 1],
    [0, "b", 0],
    [0, "a", 1],
    [0, "a", 0],
  ]);
  expect(ranges[0]).toMatchObject({ low: "x", upper: ["x", "\u{10ffff}"] });
  expect(ranges[4]).toMatchObject({ low: "x\u0001", upper: ["x\u{10ffff}", "\u{10ffff}"] });
});

it("after a place only what is below it is read, and what comes after it whole", () => {
  const one = { ...options, clientIds: ["a"], live: [1] } as const;
  expect(searchRanges(["x"], { ...one, after: [1, "a", 1, "x", "m"] })).toEqual([
    { rank: 1, client_id: "a", is_live: 1, low: "x", upper: ["x", "m"] },
    { rank: 0, client_id: "a", is_live: 1, low: "x\u0001", upper: ["x\u{10ffff}", highestText] },
  ]);
  expect(searchRanges(["x"], { ...one, after: [0, "a", 1, "xy", "m"] })).toEqual([
    { rank: 0, client_id: "a", is_live: 1, low: "x\u0001", upper: ["xy", "m"] },
  ]);
  expect(searchRanges(["x"], { ...one, after: [0, "a", 1, "w", "m"] })).toEqual([]);
  expect(searchRanges(["x"], { ...one, after: [0, "a", 1, "x\u0001", "m"] })).toHaveLength(1);
});
