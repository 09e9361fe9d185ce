import Table from "cli-table3";
import type { Paint } from "./paint.ts";

export interface Column<Row> {
  title: string;
  value: (row: Row, paint: Paint) => string | number | null;
  align?: "left" | "right";
}

const empty = "–";
const lines = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
];
const sides = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"];
const withoutBorders = Object.fromEntries([...lines, ...sides].map((place) => [place, ""]));

/** Aligned columns, a line a row, never cut: an id must be copied whole. Ends with a line feed. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  paint: Paint,
): string {
  const table = new Table({
    head: columns.map(({ title }) => paint("bold", title)),
    colAligns: columns.map(({ align = "left" }) => align),
    chars: { ...withoutBorders, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) table.push(columns.map(({ value }) => cell(value(row, paint))));
  return trimmed(table.toString());
}

/** Names and what they are, one below the other; what is undefined is left out. Ends with a line feed. */
export function renderDetails(
  entries: readonly (readonly [name: string, value: string | number | null | undefined])[],
  paint: Paint,
): string {
  const given = entries.filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...given.map(([name]) => name.length));
  const lines = given.map(([name, value]) => {
    const indented = cell(value ?? null).replaceAll("\n", `\n${" ".repeat(width + 2)}`);
    return `${paint("dim", name.padEnd(width))}  ${indented}`;
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

const cell = (value: string | number | null) => (value === null || value === "" ? empty : String(value));

const trimmed = (text: string) => `${text.replaceAll(/[ \t]+$/gm, "")}\n`;
