import { useEffect } from "react";
import { api, type Schemas } from "../api.ts";
import { byCursor } from "../ui/by-cursor.ts";

/** So many pages of a hundred; who has more looks for a client by its id. */
const mostPages = 20;

/** The clients one may see, archived ones too, page after page until all are there, by name. */
export function useClients(): {
  clients: Schemas["Client"][];
  nameOf: (id: string | null) => string | undefined;
  /** All of them are there. */
  isWhole: boolean;
} {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = api.useInfiniteQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100, deleted: "true" } } },
    { ...byCursor, staleTime: 300_000 },
  );
  const count = data?.pages.length ?? 0;
  const isGoingOn = hasNextPage && !isFetchNextPageError && count < mostPages;
  useEffect(() => {
    // Whoever asks as well waits for the same page.
    if (isGoingOn && !isFetchingNextPage) void fetchNextPage({ cancelRefetch: false });
  }, [isGoingOn, isFetchingNextPage, count, fetchNextPage]);
  const clients = data === undefined ? [] : byName(data.pages);
  return {
    clients,
    nameOf: (id) => clients.find((client) => client.id === id)?.name,
    isWhole: data !== undefined && !isGoingOn,
  };
}

/** Sorted once for all who ask: each row of a list does. */
const sorted = new WeakMap<object, Schemas["Client"][]>();

function byName(pages: readonly { items: Schemas["Client"][] }[]): Schemas["Client"][] {
  const known = sorted.get(pages);
  if (known !== undefined) return known;
  const clients = pages.flatMap(({ items }) => items).toSorted((a, b) => a.name.localeCompare(b.name));
  sorted.set(pages, clients);
  return clients;
}
