import { plainText } from "../placeholders/plain-text.ts";

/**
 * A phone number's text in plain signs: what cannot be seen and marks on digits (keycaps) are dropped, every decimal digit of every
 * script is its ASCII one, square brackets are round, and what spreadsheets add (`="…"`, `.0`) is gone.
 */
export const plainNumber = (typed: string): string =>
  asciiDigits(plainText(typed).replaceAll(/\p{M}/gu, ""))
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replace(/^=?"(.*)"$/s, "$1")
    .replace(/^(\+?\d{7,})\.0+$/, "$1");

/** A text with every decimal digit of every script as its ASCII one. */
export const asciiDigits = (text: string): string => text.replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit);

const isDigit = (codePoint: number) => /\p{Nd}/u.test(String.fromCodePoint(codePoint));

/** Unicode's decimal digits stand in runs of ten, from nought to nine; some runs touch. */
function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let nought = codePoint;
  while (isDigit(nought - 1)) nought -= 1;
  return String((codePoint - nought) % 10);
}
