/** Deeper than any form nests its fields; what lies below is reached by no mapping. */
const deepest = 32;

type Entry = readonly [name: string, value: unknown];

/**
 * The entries; for one that is an object or a list all that it holds, named by its path: `contact.email`.
 * What stands in a list has two names, with its place and without: `people.0.email`, `people.email`.
 */
export function withNested(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(([, value]) => isNested(value))) return entries;
  const found: Entry[] = [];
  for (const [name, value] of entries) reach({ path: name, placeless: name }, value, found, 0);
  return found;
}

function reach(
  names: { path: string; placeless: string },
  value: unknown,
  found: Entry[],
  depth: number,
): void {
  if (!isNested(value)) {
    found.push([names.path, value]);
    if (names.placeless !== names.path) found.push([names.placeless, value]);
    return;
  }
  if (depth === deepest) return;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    const placeless = isList ? names.placeless : `${names.placeless}.${key}`;
    reach({ path: `${names.path}.${key}`, placeless }, member, found, depth + 1);
  }
}

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;
