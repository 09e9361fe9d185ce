import { fitColumns } from "./fit-columns.ts";
import { hang } from "./hang.ts";
import { hasCommand, numberSentences } from "./number-sentences.ts";
import type { Paint } from "./paint.ts";
import { renderDetails } from "./render-details.ts";
import { cutMiddle, padTo, textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap-words.ts";

export interface Column<Row> {
  title: string;
  value: (row: Row, paint: Paint) => string | number | null;
  align?: "left" | "right";
  /** Words that many rows may have: told once where a terminal is fitted. */
  isSentence?: true;
  /** Left out, from the last of them on, before the rows of a narrow terminal are told one below the other. */
  isSpare?: true;
}

const gap = "  ";
/** A time without how long ago it was, and most names. */
const leastWords = 20;
const leastValue = 13;
/** Of a longer text a row has the beginning and the end. */
const longestText = 240;

/**
 * Aligned columns, a line a row. Where lines have a width, what is longer is wrapped between words, a value in the middle of the table is cut
 * in its middle, and rows that still have no room are told as details; the first column is whole, because it is copied. Ends with a line feed.
 */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  paint: Paint,
): string {
  const titles = columns.map(({ title }) => title);
  const whole = rows.map((row) => columns.map(({ value }) => cellText(value(row, paint))));
  const natural = sizes([titles, ...whole]).map(({ natural: width }) => width);
  const isFitting = paint.width === undefined || widthOf(natural) <= paint.width;
  if (isFitting) return lines(columns, [titles, ...whole], natural, paint);
  const { cells, notes } = numberSentences(
    whole.map((row) => row.map((cell, index) => (index === 0 ? cell : shortText(cell)))),
    columns.map(({ isSentence }) => isSentence === true),
  );
  const width = paint.width ?? 0;
  const fitting = fitWithout(columns, [titles, ...cells], width);
  const table =
    fitting === null
      ? blocks(titles, cells, paint)
      : lines(fitting.columns, fitting.cells, fitting.widths, paint);
  const left =
    fitting === null || fitting.left.length === 0 ? [] : [`Left out: ${fitting.left.join(", ")} (--wide).`];
  const below = [...notes, ...left].map((note) => `${hang("", note, paint)}\n`);
  return below.length === 0 ? table : `${table}\n${below.join("")}`;
}

/** The columns that have room together: all of them, else as many as are told whole; null where those that must be there have none. */
function fitWithout<Row>(
  columns: readonly Column<Row>[],
  cells: readonly (readonly string[])[],
  width: number,
) {
  const spare = columns.flatMap(({ isSpare }, index) => (isSpare === true ? [index] : [])).toReversed();
  for (let count = 0; count <= spare.length; count += 1) {
    const out = new Set(spare.slice(0, count));
    const isIn = (_: unknown, index: number) => !out.has(index);
    const kept = columns.filter(isIn);
    const shown = cells.map((row) => row.filter(isIn));
    // What leaves others out for its room is not cut for want of it.
    const widths = fitColumns(sizes(shown, { whole: count > 0 }), width - gap.length * (kept.length - 1));
    const left = columns.filter((column) => !kept.includes(column)).map(({ title }) => title);
    if (widths !== null) return { columns: kept, cells: shown, widths, left };
  }
  return null;
}

const widthOf = (widths: readonly number[]) =>
  widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));

/** What each column takes; the first is never made narrower, nor what is painted. */
const sizes = (cells: readonly (readonly string[])[], { whole = false } = {}) =>
  (cells[0] ?? []).map((title, index) => {
    const texts = cells.map((row) => row[index] ?? "");
    const natural = Math.max(0, ...texts.flatMap((text) => text.split("\n").map(textWidth)));
    const isWords = texts.slice(1).some((text) => text.includes(" "));
    const isFixed = index === 0 || texts.slice(1).some(isPainted);
    const least = Math.max(textWidth(title), isWords ? leastWords : whole ? natural : leastValue);
    return { natural, least: isFixed ? natural : least };
  });

function lines<Row>(
  columns: readonly Column<Row>[],
  [titles = [], ...rows]: readonly (readonly string[])[],
  widths: readonly number[],
  paint: Paint,
): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padTo(cell, widths[index] ?? 0, columns[index]?.align))
      .join(gap)
      .trimEnd();
  const row = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, index) =>
      isPainted(cell) ? cell.split("\n") : wrapWords(cell, widths[index] ?? 0),
    );
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) => line(wrapped.map((one) => one[at] ?? ""))).join("\n");
  };
  const head = line(titles.map((title, index) => (index >= 0 ? paint("bold", title) : title)));
  return `${[head, ...rows.map(row)].join("\n")}\n`;
}

/** A row below the other; a value's middle is cut there too, but the first column's. */
function blocks(titles: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const room = (paint.width ?? 0) - Math.max(...titles.map(textWidth)) - gap.length;
  const cut = (cell: string, index: number) =>
    index === 0 || cell.includes(" ") || isPainted(cell) ? cell : cutMiddle(cell, Math.max(leastValue, room));
  return rows
    .map((cells) =>
      renderDetails(
        titles.map((title, index) => [title, cut(cells[index] ?? "", index)] as const),
        paint,
      ),
    )
    .join("\n");
}

// oxlint-disable-next-line no-control-regex -- our own colours begin so
const isPainted = (text: string) => /\u001b\[/.test(text);

const shortText = (text: string) =>
  isPainted(text) || hasCommand(text) ? text : cutMiddle(text, longestText);

const cellText = (value: string | number | null) => (value === null || value === "" ? "–" : String(value));
