import { isRepeated, isRow } from "./is-row.ts";

/**
 * Whether a phone number is one that people type who give none: one digit over and over, or a counting row.
 * @param formatted `+<calling code>-<national number>`; the calling code says nothing, for forms fill it in
 */
export function isPlaceholderPhone(formatted: string): boolean {
  const [, national = ""] = formatted.split("-");
  return isRepeated(national) || isRow(national);
}
