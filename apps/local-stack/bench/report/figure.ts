import type { Figure } from "./bench.ts";
import { rounded } from "./statistics.ts";

/** A figure to three digits behind the point. */
export const figure = (
  key: string | null,
  label: string,
  value: number,
  target?: Figure["target"],
): Figure => ({
  key,
  label,
  value: rounded(value, 3),
  ...(target === undefined ? {} : { target }),
});
