import { useEffect } from "react";
import { api, type Schemas } from "../api.ts";
import { byCursor } from "../ui/by-cursor.ts";

/** So many pages of a hundred; who has more looks for a client by its id. */
const mostPages = 20;

/** The clients one may see, archived ones too, page after page until all are there, by name. */
export function useClients(): {
  clients: Schemas["Client"][];
  nameOf: (id: string | null) => string | undefined;
} {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100, deleted: "true" } } },
    { ...byCursor, staleTime: 300_000 },
  );
  const count = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && count < mostPages) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, count, fetchNextPage]);
  const clients = (data?.pages.flatMap(({ items }) => items) ?? []).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
  return { clients, nameOf: (id) => clients.find((client) => client.id === id)?.name };
}
