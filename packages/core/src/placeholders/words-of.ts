import { plainText, printableAscii } from "./plain-text.ts";

/** A longer text is not taken apart. */
const longestText = 1_000;

/** The runs of letters and digits of a text, in lower case: `N/A` is `n` and `a`. A text that is too long to be looked through is one word. */
export function wordsOf(text: string): string[] {
  const plain = plainText(text, longestText)?.toLowerCase();
  if (plain === undefined) return [text];
  return plain.match(printableAscii.test(plain) ? asciiWords : words) ?? [];
}

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** The same, where no other letter can be. */
const asciiWords = /[a-z\d]+/g;
