import { plainText } from "./plain-text.ts";

/** A longer text is not taken apart. */
const longestText = 1_000;

/** The runs of letters and digits of a text, in lower case: `N/A` is `n` and `a`. A text that is too long to be looked through is one word. */
export const wordsOf = (text: string): string[] =>
  plainText(text, longestText)
    ?.toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]/u)
    .filter((word) => word !== "") ?? [text];
