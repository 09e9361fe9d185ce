import type { Schemas } from "../api.ts";

type Mapping = NonNullable<NonNullable<Schemas["ShownShape"]["shape"]>["mapping"]>;
type Row = Mapping["rows"][number];

/** What a row takes its value from. */
export const rowKinds = ["field", "constant", "template"] as const;
type RowKind = (typeof rowKinds)[number];

/** One row as it is typed. */
export interface DraftRow {
  target: string;
  kind: RowKind;
  value: string;
  /** What stands there where the lead says nothing; "" for nothing. */
  usual: string;
}

export const emptyRow: DraftRow = { target: "", kind: "field", value: "", usual: "" };

/** A mapping as the form shows it. */
export const draftOfMapping = (mapping: Mapping | null): DraftRow[] => mapping?.rows.map(draftOfRow) ?? [];

function draftOfRow({ target, field, constant, template, default: usual }: Row): DraftRow {
  const kind = field !== undefined ? "field" : template !== undefined ? "template" : "constant";
  const value = field ?? template ?? textOf(constant);
  return { target, kind, value, usual: textOf(usual) };
}

const isGiven = ({ target, value }: DraftRow) => target.trim() !== "" || value.trim() !== "";

/** What is wrong with a row of the form, of faults by the numbers of the rows that the API was given: it is given none that say nothing. */
export function faultOfRow(
  faults: Readonly<Record<string, string>>,
  rows: readonly DraftRow[],
  index: number,
): string | undefined {
  const row = rows[index];
  if (row === undefined || !isGiven(row)) return undefined;
  const at = String(rows.slice(0, index).filter(isGiven).length);
  return Object.entries(faults).find(([of]) => of === at || of.startsWith(`${at}.`))?.[1];
}

/** Rows as the API takes them; null: none. What has neither name nor value yet is left out. */
export function toMapping(rows: readonly DraftRow[], only: boolean): Mapping | null {
  const given = rows.filter(isGiven).map(({ target, kind, value, usual }): Row => {
    const row = { target: target.trim(), ...(usual === "" ? {} : { default: constantOf(usual) }) };
    if (kind === "field") return { ...row, field: value.trim() };
    return kind === "template" ? { ...row, template: value } : { ...row, constant: constantOf(value) };
  });
  return given.length === 0 ? null : { only, rows: given };
}

type Constant = string | number | boolean | null;

/** A text that JSON would read as something else than a text stands in quotes, so that it is one after a round trip. */
const textOf = (value: Constant | undefined): string => {
  if (value === undefined) return "";
  return typeof value !== "string" || constantOf(value) !== value ? JSON.stringify(value) : value;
};

/** Numbers, true, false and null as such, where they are written as JSON writes them; all else as the text it is. */
function constantOf(text: string): Constant {
  if (!/^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?|true|false|null|".*")$/s.test(text)) return text;
  try {
    const read: unknown = JSON.parse(text);
    return read === null || ["string", "number", "boolean"].includes(typeof read) ? (read as Constant) : text;
  } catch {
    return text;
  }
}
