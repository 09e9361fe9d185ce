const fewestOfARow = 4;

/** One letter or digit over and over: `0000`, `xxx`; one alone is none. */
export const isRepeated = (text: string): boolean => text.length > 1 && new Set(text).size === 1;

/**
 * Digits or letters in the order in which one counts, from anywhere: `1234567890`, `0123456789`, `abcd`. Only upwards: numbers that
 * fall are dialled (98765 43210 is a subscriber's in India), and nobody counts down who has no number to give.
 */
export const isRow = (text: string): boolean =>
  text.length >= fewestOfARow && rows.some((row) => row.includes(text));

/** Nobody counts further. */
const rows = ["0123456789".repeat(10), "abcdefghijklmnopqrstuvwxyz"];
