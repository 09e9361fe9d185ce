import type { Condition } from "./condition.ts";
import { readShape } from "./read-shape.ts";

/** A destination's filter; broken: its shape was made by other code, or by hand, and cannot be read. */
export type StoredFilter = Condition | "broken";

/** The filter of a shape as it is stored; undefined: every lead passes. A mapping that cannot be read is no matter of its filter. */
export function storedFilter(shapeJson: string | null): StoredFilter | undefined {
  if (shapeJson === null) return undefined;
  try {
    const { filter } = JSON.parse(shapeJson) as { filter?: unknown };
    const read = readShape({ filter });
    return read.ok ? (read.read.condition ?? undefined) : "broken";
  } catch {
    return "broken";
  }
}
