/** What JSON is made of: a string, a bracket or mark, anything else as one. */
const tokens = /"(?:[^"\\]|\\[^])*"|[[\]{}:,]|[^\s"[\]{}:,]+/g;

/**
 * The members of an object, a name that stands in it twice with each of its values: a parser keeps the last, and that may be the blank one.
 * @param text JSON of an object that was parsed before.
 */
export function allMembers(text: string): [string, unknown][] {
  const members: [string, unknown][] = [];
  let depth = 0;
  let last = "";
  let open: { name: string; from: number } | undefined;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === "}" || token === "]") depth -= 1;
    if (open !== undefined && (depth === 0 || (depth === 1 && token === ","))) {
      members.push([open.name, JSON.parse(text.slice(open.from, index))]);
      open = undefined;
    } else if (depth === 1 && token === ":") open = { name: JSON.parse(last) as string, from: index + 1 };
    if (token === "{" || token === "[") depth += 1;
    last = token;
  }
  return members;
}
