/** A text of the address, or undefined: whatever else somebody typed there is left out. */
export const textIn = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && value.length <= 500 ? value : undefined;
};

/** One of some words, or undefined. */
export const oneOf = <Word extends string>(
  search: Record<string, unknown>,
  name: string,
  words: readonly Word[],
): Word | undefined => words.find((word) => word === search[name]);
