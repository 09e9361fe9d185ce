import { cleanText } from "./clean-text.ts";

/** Every string of a JSON text, an unclosed one up to the end: nothing is tried twice. */
const strings = /"(?:[^"\\]|\\[^])*"?/g;
const rawLineEnd = /[\n\r\t]/g;
const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * JSON that was put together by hand, with what people type in it: line ends and tabs within strings are escaped, other
 * control characters left out, wherever they stand. undefined where there are none, so that nothing can be mended.
 */
export function mendJson(text: string): string | undefined {
  const clean = cleanText(text);
  const mended = clean.replaceAll(strings, (string) =>
    string.replaceAll(rawLineEnd, (control) => escapes[control] ?? ""),
  );
  return mended === text ? undefined : mended;
}
