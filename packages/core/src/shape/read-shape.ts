import { reasonOf } from "@leadrelay/contracts/reason-of";
import {
  shapeLimits,
  type Constant,
  type Filter,
  type MappingRow,
  type Shape,
} from "@leadrelay/contracts/shape";
import { parseTemplate, type ParsedTemplate } from "../templates/parse-template.ts";
import type { Condition } from "./condition.ts";
import { readConstant } from "./read-constant.ts";
import { readFilter } from "./read-filter.ts";
import { readWords } from "./read-words.ts";
import { requireName, WrongShape, type ShapeProblem } from "./shape-problem.ts";
import { clashOf, targetPath, type Step } from "./target-path.ts";

/** A row of a mapping that was read. */
export interface ReadRow {
  target: string;
  path: readonly Step[];
  from: { field: string } | { constant: Constant } | { template: ParsedTemplate };
  default?: Constant;
}

/** A shape that was read: its filter and mapping may be applied, however often. */
export interface ReadShape {
  condition: Condition | null;
  mapping: { only: boolean; rows: readonly ReadRow[] } | null;
}

type Read = { ok: true; shape: Shape; read: ReadShape } | { ok: false; problems: ShapeProblem[] };

/**
 * A shape as somebody gave it, or as it is stored: `shape` is how it is kept, words of a filter as the condition they stand for. All that is
 * wrong with it is named, each row's first fault.
 */
export function readShape(given: unknown): Read {
  const problems: ShapeProblem[] = [];
  const noted = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      problems.push({ at: error.at, detail: error.message });
      return undefined;
    }
  };
  const shape = noted(() => requireObject(given, "", ["filter", "mapping"]));
  const filter = noted(() => filterOf(shape?.["filter"]));
  const condition = filter && noted(() => readFilter(filter, "filter"));
  const mapping = noted(() => requireMapping(shape?.["mapping"]));
  const rows = (mapping?.rows ?? []).map((row, index) => noted(() => readRow(row, `mapping.rows.${index}`)));
  noted(() => requireApart(rows));
  if (problems.length === 0 && JSON.stringify(given).length > shapeLimits.stored)
    problems.push({ at: "", detail: `is longer than ${shapeLimits.stored} characters as JSON` });
  if (problems.length > 0) return { ok: false, problems };
  const read = rows.flatMap((row) => (row === undefined ? [] : [row]));
  return {
    ok: true,
    shape: {
      filter: filter ?? null,
      mapping: mapping == null ? null : { only: mapping.only, rows: read.map(({ given: row }) => row) },
    },
    read: {
      condition: condition ?? null,
      mapping: mapping == null ? null : { only: mapping.only, rows: read.map(({ row }) => row) },
    },
  };
}

/** One that is stored. Throws what is wrong with it: it was made by other code, or by hand. */
export function getShape(shapeJson: string): ReadShape {
  let given: unknown;
  try {
    given = JSON.parse(shapeJson);
  } catch (error) {
    throw new Error(`its shape cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  const read = readShape(given);
  if (read.ok) return read.read;
  throw new Error(
    `its shape cannot be read: ${read.problems.map(({ at, detail }) => `${at} ${detail}`).join("; ")}`,
  );
}

function filterOf(given: unknown): Filter | null {
  if (given === undefined || given === null) return null;
  if (typeof given === "string") {
    if (given.length > shapeLimits.constant)
      throw new WrongShape("filter", `is longer than ${shapeLimits.constant} characters`);
    return readWords(given, "filter");
  }
  return requireObject(given, "filter");
}

function requireMapping(given: unknown): { only: boolean; rows: unknown[] } | null {
  if (given === undefined || given === null) return null;
  const { only, rows } = requireObject(given, "mapping", ["only", "rows"]);
  if (only !== undefined && typeof only !== "boolean")
    throw new WrongShape("mapping.only", "should be true or false");
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > shapeLimits.rows)
    throw new WrongShape("mapping.rows", `should be a list of 1 to ${shapeLimits.rows} rows`);
  return { only: only ?? false, rows };
}

function readRow(given: unknown, at: string): { row: ReadRow; given: MappingRow } {
  const row = requireObject(given, at, ["target", "field", "constant", "template", "default"]);
  const { target } = row;
  if (typeof target !== "string" || target === "")
    throw new WrongShape(`${at}.target`, "should name where the value stands");
  const sources = ["field", "constant", "template"].filter((name) => row[name] !== undefined);
  if (sources.length !== 1)
    throw new WrongShape(
      at,
      `should have a field, a constant or a template for ${target.slice(0, 60)}, and one of them`,
    );
  const path = targetPath(target, `${at}.target`);
  const usual =
    row["default"] === undefined
      ? {}
      : { default: readConstant(row["default"], `${at}.default`, shapeLimits.constant) };
  const { from, kept } = readSource(row, at);
  return { row: { target, path, from, ...usual }, given: { target, ...kept, ...usual } };
}

function readSource(
  row: Record<string, unknown>,
  at: string,
): { from: ReadRow["from"]; kept: { field: string } | { constant: Constant } | { template: string } } {
  const { field, template, constant } = row;
  if (field !== undefined) {
    if (typeof field !== "string" || field.length > shapeLimits.text)
      throw new WrongShape(`${at}.field`, "should be the name of a field");
    requireName(field, `${at}.field`);
    return { from: { field }, kept: { field } };
  }
  if (template === undefined) {
    const value = readConstant(constant, `${at}.constant`, shapeLimits.constant);
    return { from: { constant: value }, kept: { constant: value } };
  }
  if (typeof template !== "string") throw new WrongShape(`${at}.template`, "should be a text");
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new WrongShape(`${at}.template`, parsed.error);
  for (const [name = "", ...more] of parsed.names) {
    if (name !== "fields") requireName(name, `${at}.template`);
    else if (more.length === 0)
      throw new WrongShape(`${at}.template`, "names all fields of the form at once: name one");
  }
  return { from: { template: parsed }, kept: { template } };
}

function requireApart(rows: readonly ({ row: ReadRow } | undefined)[]): void {
  const before: (readonly Step[])[] = [];
  rows.forEach((read, index) => {
    if (read === undefined) return before.push(["", index]);
    const clash = clashOf(read.row.path, before);
    if (clash !== undefined)
      throw new WrongShape(
        `mapping.rows.${index}.target`,
        `cannot stand beside ${rows[clash]?.row.target ?? "another"}: one of them is the other, or within it`,
      );
    return before.push(read.row.path);
  });
}

function requireObject(given: unknown, at: string, names?: readonly string[]): Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new WrongShape(at, "should be an object");
  const stray = names && Object.keys(given).find((name) => !names.includes(name));
  if (stray !== undefined)
    throw new WrongShape(
      at,
      `has ${JSON.stringify(stray.slice(0, 40))}, which is not known here: ${names?.join(", ")}`,
    );
  return { ...given };
}
