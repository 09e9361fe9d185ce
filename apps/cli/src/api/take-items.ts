/** A page of any list of the API. */
export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

export interface ListOptions {
  /** How many items at most. */
  limit: number;
  cursor?: string | undefined;
}

/** The API gives at most so many at once. */
const largestPage = 100;

/**
 * Items from page after page, until there are `limit` of them or no more. A page may be short, even empty, and the
 * list go on: a filter that no index serves stops early.
 */
export async function takeItems<Item>(
  { limit, cursor }: ListOptions,
  ask: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let next: string | null = cursor ?? null;
  do {
    const query = { limit: Math.min(largestPage, limit - items.length) };
    const page: Page<Item> = await ask(next === null ? query : { ...query, cursor: next });
    items.push(...page.items);
    next = page.next_cursor;
  } while (next !== null && items.length < limit);
  return { items, next_cursor: next };
}
