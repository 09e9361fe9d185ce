import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compareKeys, mergePage } from "./merge-page.ts";

interface Row {
  client: number;
  at: number;
  id: string;
  kept: boolean;
}
const keyOf = ({ at, id }: Row) => [at, id];

/** Reads a whole list, a page at a time, as a caller with a cursor would. */
function readAll(
  rows: readonly Row[],
  { clients, pageSize, perClient }: Record<"clients" | "pageSize" | "perClient", number>,
): Row[] {
  const all: Row[] = [];
  for (let after: readonly (string | number)[] | null = null, pages = 0; ; pages += 1) {
    const lists = Array.from({ length: clients }, (_, client) =>
      rows
        .filter((row) => row.client === client && (after === null || compareKeys(keyOf(row), after) < 0))
        .toSorted((a, b) => compareKeys(keyOf(b), keyOf(a)))
        .slice(0, perClient),
    );
    const { items, next } = mergePage(lists, { perClient, pageSize, keyOf, keep: ({ kept }) => kept });
    expect(items.length).toBeLessThanOrEqual(pageSize);
    all.push(...items);
    if (next === null) return all;
    expect(pages).toBeLessThan(1000);
    after = next;
  }
}

it("reading page by page finds every row that is kept, once, newest first, however few rows of each client are read", () => {
  const row = fc.record({ client: fc.nat(6), at: fc.nat(30), id: fc.uuid(), kept: fc.boolean() });
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 120 });
  const size = fc.integer({ min: 1, max: 10 });
  fc.assert(
    fc.property(rows, size, size, (given, pageSize, perClient) => {
      const expected = given
        .filter(({ kept }) => kept)
        .toSorted((a, b) => compareKeys(keyOf(b), keyOf(a)))
        .map(({ id }) => id);
      expect(readAll(given, { clients: 7, pageSize, perClient }).map(({ id }) => id)).toEqual(expected);
    }),
  );
});

it("a list that was read whole ends the page", () => {
  const rows: Row[] = [{ client: 0, at: 1, id: "a", kept: true }];
  expect(mergePage([rows], { perClient: 2, pageSize: 2, keyOf })).toEqual({ items: rows, next: null });
});

it("a list that is sorted the other way is paged the other way", () => {
  const [a, b, c] = ["a", "b", "c"].map((id, at): Row => ({ client: at, at, id, kept: true }));
  const lists = [[a, c], [b]].map((list) => list.filter((row) => row !== undefined));
  const page = { perClient: 3, pageSize: 2, keyOf, isAscending: true };
  expect(mergePage(lists, page)).toEqual({ items: [a, b], next: [1, "b"] });
  expect(mergePage(lists, { ...page, perClient: 2 })).toMatchObject({ next: [1, "b"] });
  expect(
    mergePage(
      [[a], [b]].map((list) => list.filter((row) => row !== undefined)),
      { ...page, perClient: 1 },
    ),
  ).toEqual({
    items: [a],
    next: [0, "a"],
  });
});

it.each([
  ["a number by its size, not its digits", [9, "a"], [10, "a"], -1],
  ["the first that differs decides", [2, "a"], [1, "b"], 1],
  ["the same", [1, "a"], [1, "a"], 0],
  ["a text that goes on is above", ["ab"], ["a"], 1],
  ["and one that ends is below", ["a"], ["ab"], -1],
  ["text by code points, as UTF-16 does not", ["\u{ff21}"], ["\u{1f600}"], -1],
  ["one that goes on with the lowest sign is above", ["a\u0000"], ["a"], 1],
  ["and the other way round", ["a"], ["a\u0000"], -1],
  ["small letters above capitals", ["a"], ["B"], 1],
  ["a key that is part of another is not told from it", ["a"], ["a", 1], 0],
  ["nor the longer one", ["a", 1], ["a"], 0],
])("keys are compared: %s", (_what, left, right, order) => {
  expect(compareKeys(left, right)).toBe(order);
});

it("what is left out of a page by its filter is not what the next page begins after", () => {
  const rows = [5, 4, 3, 2].map((at): Row => ({ client: 0, at, id: "x", kept: at !== 4 }));
  const page = mergePage([rows], { perClient: 9, pageSize: 2, keyOf, keep: ({ kept }) => kept });
  expect(page).toEqual({ items: [rows[0], rows[2]], next: [3, "x"] });
  expect(mergePage([rows], { perClient: 9, pageSize: 3, keyOf })).toMatchObject({ next: [3, "x"] });
});

it("rows below the end of a list that was cut wait for the next page, though nothing of it is kept", () => {
  const row = (client: number, at: number): Row => ({ client, at, id: "x", kept: client === 1 });
  const lists = [
    [row(0, 9), row(0, 8)],
    [row(1, 8), row(1, 7)],
  ];
  expect(
    mergePage([lists[0] ?? [], (lists[1] ?? []).slice(0, 1)], { perClient: 2, pageSize: 5, keyOf }),
  ).toEqual({
    items: [row(0, 9), row(0, 8), row(1, 8)],
    next: [8, "x"],
  });
  const page = mergePage(lists, { perClient: 2, pageSize: 5, keyOf, keep: ({ kept }) => kept });
  expect(page).toEqual({ items: [row(1, 8)], next: [8, "x"] });
});

it("a page that is just full, and all there is, is the last", () => {
  const rows = [2, 1].map((at): Row => ({ client: 0, at, id: "x", kept: true }));
  expect(mergePage([rows], { perClient: 9, pageSize: 2, keyOf })).toEqual({ items: rows, next: null });
});
