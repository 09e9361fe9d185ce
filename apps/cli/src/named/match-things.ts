import type { Thing } from "./thing.ts";

/**
 * What somebody means by a text: the one with this id, else this key, else this name; as it is written before in any case of letters, and what
 * is there before what was deleted. Several are as good as each other; none: nothing is called so.
 */
export function matchThings(given: string, things: readonly Thing[]): Thing[] {
  const ways: ((thing: Thing) => boolean)[] = [
    ({ id }) => id === given,
    ({ keys }) => keys.includes(given),
    ({ names }) => names.includes(given),
    ({ keys }) => keys.map(folded).includes(folded(given)),
    ({ names }) => names.map(folded).includes(folded(given)),
  ];
  for (const isDeleted of [false, true])
    for (const way of ways) {
      const found = things.filter((thing) => thing.isDeleted === isDeleted && way(thing));
      if (found.length > 0) return found;
    }
  return [];
}

/** Those whose name has the text somewhere, for who typed a part of it; what was deleted is left out. */
export const nearThings = (given: string, things: readonly Thing[]): Thing[] =>
  things.filter(
    ({ isDeleted, keys, names }) =>
      !isDeleted && [...keys, ...names].some((name) => folded(name).includes(folded(given))),
  );

const folded = (text: string): string => text.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLowerCase();
