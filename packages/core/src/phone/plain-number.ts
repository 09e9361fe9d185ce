import { plainText } from "../placeholders/plain-text.ts";

/**
 * A phone number's text in plain signs: what cannot be seen and marks on digits (keycaps) are dropped, every decimal digit of every
 * script is its ASCII one, square brackets are round, and what spreadsheets add (`="…"`, `.0`) is gone. Undefined of a longer text than
 * anybody writes who writes a number.
 */
export function plainNumber(typed: string): string | undefined {
  const plain = plainText(typed, longestNumber);
  return (
    plain &&
    asciiDigits(plain.replaceAll(/\p{M}/gu, ""))
      .replaceAll(escapes, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll("[", "(")
      .replaceAll("]", ")")
      .replace(/^=?"(.*)"$/s, "$1")
      .replace(/^(\+?\d{7,})\.0+$/, "$1")
  );
}

/** Of a number that was escaped once too often: `%2B91%2098765`. */
const escapes = /%(2[0b89d])/gi;

/** As libphonenumber has it. */
const longestNumber = 250;

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
