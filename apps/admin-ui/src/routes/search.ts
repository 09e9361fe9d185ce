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

/** A day such as `2026-11-21` that the calendar has, or undefined. */
export const dayIn = (search: Record<string, unknown>, name: string): string | undefined => {
  const text = textIn(search, name);
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(text);
  return at >= 0 && new Date(at).toISOString().slice(0, 10) === text ? text : undefined;
};
