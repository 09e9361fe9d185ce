import { cutText } from "./cut-text.ts";

const longestValue = 500;

/** On one line, and without the characters that turn or end one in places that show text; cut where that is long, between characters. */
export function oneLine(text: string, most = longestValue): string {
  const line = cutText(text.toWellFormed(), 2 * most)
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return cutText(line, most);
}
