import { comparableName } from "./aliases.ts";
import { comparablePath } from "./comparable-path.ts";

/** Deeper than any form nests its fields; what lies below is reached by no mapping. */
const deepest = 32;
/** More values under mapped paths are no form's either, and to read each for an address would take its time. */
const mostNested = 200;

type Entry = readonly [name: string, value: unknown];

/**
 * The entries; instead of one that is an object or a list what it holds under a mapped path: `contact.email`. What stands in a list
 * has two names, with its place and without: `people.0.email`, `people.email`.
 * @param mapped Comparable paths. Only what leads to one is looked into, and no name grows longer than they are: to write out the
 * whole path of all that a body holds could take the square of its length.
 */
export function withNested(entries: readonly Entry[], mapped: readonly string[]): readonly Entry[] {
  if (!entries.some(([, value]) => isNested(value))) return entries;
  const found: Entry[] = [];
  const most = entries.length + mostNested;
  for (const [name, value] of entries) {
    if (!isNested(value)) found.push([name, value]);
    else reach([comparable(name)], value, { mapped, found, most, depth: 0 });
  }
  return found;
}

interface Reach {
  /** What lies below the names so far. */
  mapped: readonly string[];
  found: Entry[];
  /** No more than these are to be found. */
  most: number;
  depth: number;
}

/** @param names What a value is called, each a comparable path. */
function reach(names: readonly string[], value: unknown, { mapped, found, most, depth }: Reach): void {
  const ahead = mapped.filter((path) => names.some((name) => path.startsWith(name)));
  if (ahead.length === 0) return;
  if (!isNested(value)) {
    for (const name of names) if (found.length < most && ahead.includes(name)) found.push([name, value]);
    return;
  }
  if (depth === deepest) return;
  const below = { mapped: ahead, found, most, depth: depth + 1 };
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    if (found.length >= most) return;
    const [path = "", placeless = path] = names;
    const longer = comparable(`${path}.${key}`);
    const shorter = isList ? placeless : comparable(`${placeless}.${key}`);
    reach(longer === shorter ? [longer] : [longer, shorter], member, below);
  }
}

const comparable = (name: string) => comparablePath(comparableName(name));

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;
