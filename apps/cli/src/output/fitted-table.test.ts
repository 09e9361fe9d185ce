import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { paintFor, plain, type Paint } from "./paint.ts";
import { renderDetails } from "./render-details.ts";
import { renderTable, type Column } from "./render-table.ts";
import { cutMiddle, padTo, textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap-words.ts";

const ofWidth = (width: number): Paint => Object.assign((_: string, text: string) => text, { width });
const linesOf = (text: string) => text.trimEnd().split("\n");

it.each([
  ["Latin", "Asha", 4],
  ["Chinese", "日本", 4],
  ["Hangul", "한국", 4],
  ["full-width letters", "ＡＢ", 4],
  ["Devanagari, whose vowel signs above and below take no room", "नमस्ते", 4],
  ["an accent of its own", "e\u0301", 1],
  ["an emoji", "👍", 2],
  ["an emoji of several", "👩‍👩‍👧", 2],
  ["a flag", "🇮🇳", 2],
  ["a sign shown as an emoji", "❤️", 2],
  ["nothing for our colours", "\u001b[31mred\u001b[0m", 3],
])("the width of %s", (_what, text, width) => {
  expect(textWidth(text)).toBe(width);
  expect(textWidth(padTo(text, 10))).toBe(10);
});

it.each([
  ["what fits stays", "abcdef", 6, "abcdef"],
  ["what does not keeps both ends", "abcdefghij", 7, "abc…hij"],
  ["of an odd rest the end has more", "abcdefghij", 6, "ab…hij"],
  ["wide letters are not split", "日本日本日本", 6, "日…本"],
  ["no room at all", "abc", 1, "…"],
])("cut in the middle: %s", (_what, text, width, cut) => {
  expect(cutMiddle(text, width)).toBe(cut);
  expect(textWidth(cut)).toBeLessThanOrEqual(width);
});

it.each([
  ["between words", "the missing parameter", 11, ["the missing", "parameter"]],
  ["a word that is longer keeps its ends", "see https://example.com/abc", 11, ["see", "https…m/abc"]],
  ["lines stay lines", "a\nb c", 3, ["a", "b c"]],
])("wrapped %s", (_what, text, width, lines) => expect(wrapWords(text, width)).toEqual(lines));

interface Row {
  id: string;
  who: string;
  url: string;
  why: string;
}
const columns: Column<Row>[] = [
  { title: "ID", value: ({ id }) => id },
  { title: "WHO", value: ({ who }) => who },
  { title: "URL", value: ({ url }) => url },
  { title: "WHY", isSentence: true, value: ({ why }) => why },
];
const id = "01a1fa5b-4648-76f8-a87c-8342b01ae6c8";
const row: Row = {
  id,
  who: "नमस्ते 日本 👍, asha@example.com",
  url: "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyz",
  why: "HTTP 422: the scenario stopped, a parameter is missing: customer_reference",
};

describe.each([44, 60, 80, 100, 132, 200, 300])("at a terminal of %i columns", (width) => {
  const rows = [row, { ...row, id: id.replace("0", "1"), why: "short" }, { ...row, id: "2" }];
  const text = renderTable(columns, rows, ofWidth(width));

  it("no line is wider", () => {
    for (const line of linesOf(text)) expect(textWidth(line), line).toBeLessThanOrEqual(width);
  });
  it("ids are whole and the receiver's last words are there", () => {
    expect(text).toContain(id);
    expect(text).toContain("customer_reference");
  });
  it("no word is broken", () => {
    for (const word of ["scenario", "parameter", "asha@example.com"]) expect(text).toContain(word);
  });
});

it("a sentence that several rows have is told once, below", () => {
  const rows = [row, { ...row, id: "2" }, { ...row, id: "3", why: "another of its own" }];
  const text = renderTable(columns, rows, ofWidth(120));
  expect(text.match(/\[1\]/g)).toHaveLength(3);
  expect(text.match(/customer_reference/g)).toHaveLength(1);
  expect(linesOf(text).at(-1)).toBe(`[1] ${row.why}`);
  expect(text).not.toContain("[2]");
});

it.each([44, 120, 200])("at %i columns a sentence with a command is told whole, below", (width) => {
  const next =
    "Mend the receiver, then send it (`leadrelay queue replay --destination dst_1 --status dead`).";
  const why = `${"Look there. ".repeat(30)}${next}`;
  const text = renderTable(columns, [{ ...row, why }], ofWidth(width));
  expect(text).toContain("(`leadrelay queue replay --destination dst_1 --status dead`).");
  expect(text).toMatch(/^\[1\] Look there\. /m);
});

it("where no table has room rows are told one below the other", () => {
  const text = renderTable(columns, [row, { ...row, id: "2" }], ofWidth(50));
  expect(linesOf(text)[0]).toBe(`ID   ${id}`);
  expect(text).toContain("\n\nID   2\n");
});

describe("columns that may be left out", () => {
  const spare: Column<Row>[] = columns.map((column) =>
    ["URL", "WHY"].includes(column.title) ? { ...column, isSpare: true } : column,
  );
  const short = { ...row, id: "dst_1", who: "asha@example.com", why: "short" };
  it.each<[width: number, told: string[]]>([
    [120, ["ID     WHO               URL                                                   WHY"]],
    [
      52,
      [
        "ID     WHO               URL                   WHY",
        "dst_1  asha@example.com  https://h…qrstuvwxyz  short",
      ],
    ],
    [30, ["ID     WHO", "dst_1  asha@example.com", "", "Left out: URL, WHY (--wide)."]],
  ])("at %i columns they are there as far as they have room", (width, told) => {
    expect(linesOf(renderTable(spare, [short], ofWidth(width))).slice(0, told.length)).toEqual(told);
  });
  it("where even those that must be there have none rows are told whole, one below the other", () => {
    const text = renderTable(spare, [row], ofWidth(40));
    expect(text).toContain("customer_reference");
    expect(text).not.toContain("Left out");
  });
});

it("of a very long text beginning and end are told", () => {
  const why = `HTTP 400: ${"x y ".repeat(200)}the last words`;
  const text = renderTable(columns, [{ ...row, why }], ofWidth(120));
  expect(text).toMatch(/the last\s+words/);
  expect(linesOf(text).length).toBeLessThan(15);
});

it("details are wrapped between words, and a command never", () => {
  const command = "leadrelay delivery cancel 01a1fa5b-4648-76f8-a87c-8342b01ae6c8 --reason …";
  const entries = [
    ["Why", row.why],
    ["You can", command],
  ] as const;
  expect(renderDetails(entries, ofWidth(40))).toBe(
    [
      "Why      HTTP 422: the scenario stopped,",
      "         a parameter is missing:",
      "         customer_reference",
      `You can  ${command}`,
      "",
    ].join("\n"),
  );
});

describe("a line's width", () => {
  const terminal = (columns?: number) =>
    Object.assign(new Writable(), { isTTY: true, ...(columns === undefined ? {} : { columns }) });
  it.each([
    ["is the terminal's", terminal(120), false, 120],
    ["is 80 where it does not say", terminal(), false, 80],
    ["has no end with --wide", terminal(120), true, undefined],
    ["nor in a file or a pipe", new Writable(), false, undefined],
  ])("%s", (_what, stream, isWide, width) => {
    expect(paintFor(stream, {}, isWide).width).toBe(width);
  });
  it("has no end in plain text", () => expect(plain.width).toBeUndefined());
});
