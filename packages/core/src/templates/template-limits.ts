/** What a template may be and do. None of it is a time: a Worker's clock stands still while it computes. */
export const templateLimits = {
  /** UTF-16 units of the template. */
  characters: 10_000,
  /** Pieces between and within tags, and filters, that one rendering goes through; without loops each is gone through once. */
  steps: 1_000,
  /** UTF-16 units that filters and comparisons may go through in all. */
  memory: 500_000,
  /** Conditions within conditions. */
  depth: 10,
  /** UTF-16 units that come of it, where its caller names no less. */
  output: 50_000,
  /** UTF-16 units that are looked for in a text: a longer one could make that quadratic. */
  needle: 500,
} as const;
