import type { Constant } from "@leadrelay/contracts/shape";

/** How a value is compared; words for each are in `say-condition`. */
export const signs = [
  "$eq",
  "$ne",
  "$in",
  "$nin",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
  "$contains",
  "$exists",
] as const;
export type Sign = (typeof signs)[number];

/** One comparison of one field of a lead. */
export interface Comparison {
  field: string;
  sign: Sign;
  /** A list for `$in` and `$nin`, true or false for `$exists`. */
  value: Constant | readonly Constant[];
}

/** A filter as it was read: comparisons, of which all, one or none must hold. */
export type Condition =
  | Comparison
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { none: readonly Condition[] };
