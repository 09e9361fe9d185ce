/** What a spreadsheet would calculate instead of showing, `+91-9820012345` too: it would be minus some ten milliards. */
const startsFormula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** What moves or hides text where it is shown. */
const invisible = /[^\P{Cc}\t\n\r]|[\p{Bidi_Control}\u2028\u2029]/gu;

/** One line of RFC 4180, with its CRLF; what a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = value.replaceAll(invisible, " ");
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands whoever looks at the page a file. */
export function download(name: string, parts: readonly string[], type = "text/csv;charset=utf-8"): void {
  const address = URL.createObjectURL(new Blob(["\ufeff", ...parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
