import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { NewsBar } from "./news-bar.tsx";
import { Failed, Loading, Refused } from "./notices.tsx";
import type { News } from "./use-news.ts";
import { shared } from "../texts/shared.ts";

/** As much of an infinite query as a list shows. */
interface Pages<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  /** The next of them was asked for, and did not come. */
  isFetchNextPageError: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

/** The pages of a list, in all that it may be: on its way, refused, empty, there, and more of it. */
export function PagedList<Item>({
  pages,
  news,
  empty,
  children,
}: {
  pages: Pages<Item>;
  /** What came in since; it is told, and shown when asked for. */
  news?: News;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}) {
  if (pages.isPending) return <Loading />;
  if (pages.data === undefined) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  const told = news === undefined ? null : <NewsBar news={news} />;
  if (items.length === 0 && !pages.hasNextPage)
    return (
      <>
        {told}
        {empty}
      </>
    );
  return (
    <>
      {told}
      {children(items)}
      {pages.hasNextPage ? (
        <div className="grid place-items-center gap-2 p-4">
          {pages.isFetchNextPageError ? <Refused error={pages.error} /> : null}
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? shared.loadingMore : shared.showMore}
          </Button>
        </div>
      ) : null}
    </>
  );
}
