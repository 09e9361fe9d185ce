const nameEnd = /"\s*:/g;
const stringsAndNames = /"(?:[^"\\]|\\[^])*"(\s*:)?/g;

/**
 * Whether an object in a JSON text has one name twice, of which a parser keeps the last. What looks like a name's end within a text
 * is told from one only where there are too many. @param kept How many members were parsed.
 */
export function repeatsNames(text: string, kept: number): boolean {
  if ((text.match(nameEnd) ?? []).length === kept) return false;
  let names = 0;
  for (const [, end] of text.matchAll(stringsAndNames)) names += end === undefined ? 0 : 1;
  return names > kept;
}
