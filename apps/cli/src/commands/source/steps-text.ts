/** Steps, numbered, a line each. */
export const stepsText = (steps: readonly string[]): string =>
  `${steps.map((step, index) => `${index + 1}. ${step}`).join("\n")}\n`;
