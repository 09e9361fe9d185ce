import { harmless } from "../text/harmless.ts";

/** What a spreadsheet would calculate instead of showing, `+91-9820012345` too: it would be minus some ten milliards. */
const startsFormula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/**
 * One line of RFC 4180, with its CRLF. What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = harmless(value);
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
