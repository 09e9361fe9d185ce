import { newsOf, type Listed } from "./news-of.ts";

/** As much of an infinite query as news are put into. */
interface Pages<Item> {
  data: { pages: { items: Item[]; next_cursor: string | null }[] } | undefined;
  refetch: () => unknown;
}

/** What came in since a list was loaded. */
export interface News {
  /** How many rows are new; more than one look may tell where `isMore`. */
  count: number;
  isMore: boolean;
  /** Rows went away, or to another place. */
  isOther: boolean;
  show: () => void;
}

/**
 * A list that learns of what is new: rows that are shown are kept as they are now, each in its place, and new ones wait until somebody
 * asks for them, so that nothing moves under a pointer. @param looked the list's beginning, asked for again and again
 */
export function useNews<Item extends Listed, Of extends Pages<Item>>(
  pages: Of & Pages<Item>,
  looked: { items: readonly Item[]; next_cursor: string | null } | undefined,
): { pages: Of; news: News } {
  const shown = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { count, isOther, fresh } = newsOf(shown, looked?.items ?? shown);
  const show = () => {
    document.getElementById("content")?.scrollTo({ top: 0 });
    void pages.refetch();
  };
  const data =
    pages.data === undefined
      ? undefined
      : {
          ...pages.data,
          pages: pages.data.pages.map((page) => ({ ...page, items: page.items.map(fresh) })),
        };
  const isMore = looked?.next_cursor != null && count > 0 && count === looked.items.length;
  return { pages: { ...pages, data }, news: { count, isMore, isOther, show } };
}

/** How a list that is shown is loaded, and how its beginning is asked for meanwhile: while the page is seen, and no more than that. */
export const standing = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
export const looking = { refetchInterval: 30_000, staleTime: 30_000 } as const;
/** How many rows of its beginning are looked at; another number than a page's, for their answers are kept apart. */
export const lookedAt = 20;
