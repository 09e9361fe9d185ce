import { getAdapter } from "@leadrelay/adapters/registry";
import type { Shape } from "@leadrelay/contracts/shape";
import { readShape, type ReadShape } from "@leadrelay/core/shape/read-shape";
import { apiProblem } from "../problems/api-problem.ts";

/** A shape that was asked for, as it is kept and as it is read; null: none. Throws the 422 that names each part at fault. */
export function requireShape(kind: string, given: unknown): { shape: Shape; read: ReadShape } | null {
  const read = readShape(given);
  if (!read.ok) refuse(read.problems.map(({ at, detail }) => ({ field: at === "" ? "shape" : at, detail })));
  const { shape } = read;
  if (shape.filter === null && shape.mapping === null) return null;
  const { mapping, title } = getAdapter(kind);
  if (shape.mapping !== null && mapping === undefined)
    refuse([{ field: "mapping", detail: `is not for ${title}, which people read: only a filter is` }]);
  if (shape.mapping?.only === true && mapping !== "body")
    refuse([
      {
        field: "mapping.only",
        detail: `is not for ${title}, which needs its own fields: a mapping adds to them`,
      },
    ]);
  return { shape, read: read.read };
}

/** Throws the 422. */
export function refuse(errors: { field: string; detail: string }[]): never {
  const found = errors.map(({ field, detail }) => `${field} ${detail.replace(/\.$/, "")}`).join("; ");
  throw apiProblem("invalid", `${found}.`, { errors });
}
