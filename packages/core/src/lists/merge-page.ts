/** A place in a list that is sorted newest first: the parts of its sort key. */
export type ListKey = readonly (string | number)[];

export interface MergedPage<Row> {
  items: Row[];
  /** Where the next page begins, after this key; null at the end of the list. */
  next: ListKey | null;
}

/**
 * One page, newest first unless said otherwise, of lists that were each read down to `perClient` rows. Rows further down than the end of any list that
 * was cut are left to the next page, since what belongs between them was not read: so a page may be short, and still have a next one.
 * @param lists each sorted as the page is
 * @param keep the filter no index serves
 */
export function mergePage<Row>(
  lists: readonly (readonly Row[])[],
  {
    perClient,
    pageSize,
    keyOf,
    keep = () => true,
    isAscending = false,
  }: {
    perClient: number;
    pageSize: number;
    keyOf: (row: Row) => ListKey;
    keep?: (row: Row) => boolean;
    /** The lists, and so the page, are sorted smallest key first. */
    isAscending?: boolean;
  },
): MergedPage<Row> {
  const compare = (a: ListKey, b: ListKey) => (isAscending ? compareKeys(a, b) : compareKeys(b, a));
  const ends = lists.filter((list) => list.length >= perClient).map((list) => keyOf(list.at(-1) as Row));
  const horizon = ends.toSorted(compare)[0] ?? null;
  const known = lists
    .flat()
    .filter((row) => horizon === null || compare(keyOf(row), horizon) <= 0)
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const kept = known.filter(keep);
  const items = kept.slice(0, pageSize);
  const last = items.at(-1);
  if (kept.length > pageSize && last !== undefined) return { items, next: keyOf(last) };
  return { items, next: horizon };
}

/** As SQLite compares row values of one type per column: text by code points. */
export function compareKeys(left: ListKey, right: ListKey): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined || part === other) continue;
    return isBelow(part, other) ? -1 : 1;
  }
  return 0;
}

function isBelow(part: string | number, other: string | number): boolean {
  if (typeof part === "number" || typeof other === "number") return part < other;
  let index = 0;
  while (index < part.length && part[index] === other[index]) index += 1;
  return (part.codePointAt(index) ?? -1) < (other.codePointAt(index) ?? -1);
}
