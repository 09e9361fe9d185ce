import { plainText } from "./plain-text.ts";

/** The runs of letters and digits of a text, in lower case: `N/A` is `n` and `a`. */
export const wordsOf = (text: string): string[] =>
  plainText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]/u)
    .filter((word) => word !== "");
