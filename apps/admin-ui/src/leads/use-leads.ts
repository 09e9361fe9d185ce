import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { lookedAt, looking, standing } from "../ui/use-news.ts";
import type { LeadFilter } from "./list-search.ts";

/** A lead as the list has it. */
export type ListedLead = Schemas["ListedLead"];

/** A page of leads. */
export interface LeadPage {
  items: ListedLead[];
  next_cursor: string | null;
}

/** Where pages of leads are kept: what moves a lead moves it there. */
export const leadPages = "lead pages";
/** Where the beginnings of lists are kept that are asked for meanwhile. */
export const lookedLeads = "looked leads";

/** A list looks further by itself where a page of what it is narrowed by came short, so many times. */
const mostEmpty = 5;

/** One page; whom it looks for, or whose name is next, stands in no address, because those are logged. */
export async function askForLeads(
  filter: LeadFilter & { export?: "csv" },
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<LeadPage> {
  const asked = { ...filter, limit, ...(cursor === null ? {} : { cursor }) };
  const fresh = { staleTime: 0, gcTime: 0 };
  const namesSomebody = filter.q !== undefined || (filter.sort === "name" && cursor !== null);
  return namesSomebody
    ? queryClient.fetchQuery(api.queryOptions("post", "/api/leads/search", { body: asked }, fresh))
    : queryClient.fetchQuery(api.queryOptions("get", "/api/leads", { params: { query: asked } }, fresh));
}

/** Pages of leads, the first of them kept fresh while somebody looks. */
export const useLeads = (filter: LeadFilter, limit = 50) =>
  useInfiniteQuery({
    queryKey: [leadPages, filter, limit],
    queryFn: ({ pageParam }) => askFurther(filter, pageParam, limit),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    ...standing,
  });

/** The list's beginning, asked for again and again while somebody looks; of a search it is not: that is asked for by a press. */
export const useLookedLeads = (filter: LeadFilter) =>
  useQuery({
    queryKey: [lookedLeads, filter],
    queryFn: () => askForLeads(filter, { cursor: null, limit: lookedAt }),
    enabled: filter.q === undefined,
    ...looking,
  }).data;

/** A page with something in it, or the end. */
async function askFurther(filter: LeadFilter, cursor: string | null, limit: number): Promise<LeadPage> {
  let page = await askForLeads(filter, { cursor, limit });
  const items = [...page.items];
  for (
    let asked = 1;
    page.next_cursor !== null && items.length < limit / 2 && asked < mostEmpty;
    asked += 1
  ) {
    page = await askForLeads(filter, { cursor: page.next_cursor, limit });
    items.push(...page.items);
  }
  return { ...page, items };
}
