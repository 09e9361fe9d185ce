/** A row that is known by its id, or by what stands for one. */
export interface Listed {
  id?: string | null;
}

/** What of a list's beginning, read again, is not in the list that is shown. @param looked its beginning now */
export function newsOf<Item extends Listed>(
  shown: readonly Item[],
  looked: readonly Item[],
): {
  /** Rows that are not shown. */
  count: number;
  /** Shown rows that should stand among those, and do not any more. */
  isOther: boolean;
  /** A shown row as it is now. */
  fresh: (item: Item) => Item;
} {
  const known = new Set(shown.map(({ id }) => id));
  const now = new Map(looked.map((item) => [item.id, item]));
  const count = looked.filter(({ id }) => !known.has(id)).length;
  const last = shown.findLastIndex(({ id }) => now.has(id));
  const isOther =
    shown.slice(0, last + 1).some(({ id }) => !now.has(id)) || (looked.length === 0 && shown.length > 0);
  return { count, isOther, fresh: (item) => now.get(item.id) ?? item };
}
