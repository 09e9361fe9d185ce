import { reasonOf } from "@leadrelay/contracts/reason-of";
import { shapeLimits, type Filter, type Shape } from "@leadrelay/contracts/shape";
import type { Condition } from "./condition.ts";
import { readFilter } from "./read-filter.ts";
import { readRow, type ReadRow } from "./read-row.ts";
import { readWords } from "./read-words.ts";
import { requireApart } from "./require-apart.ts";
import { requireObject } from "./require-object.ts";
import { WrongShape, type ShapeProblem } from "./shape-problem.ts";

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
