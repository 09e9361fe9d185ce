/** `a, b,c` as its parts; an empty text is none. */
export const commaSeparated = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The same, where `none` stands for an empty list. */
export const listOrNone = (text: string): string[] => (text === "none" ? [] : commaSeparated(text));
