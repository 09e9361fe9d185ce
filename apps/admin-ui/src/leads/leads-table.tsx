import { useMemo } from "react";
import { leadTexts } from "../texts/leads.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import { NewsBar } from "../ui/news-bar.tsx";
import { useNews } from "../ui/use-news.ts";
import { Empty, Failed, Loading } from "../ui/notices.tsx";
import { tableColumns, type ColumnId } from "./lead-columns.tsx";
import type { LeadFilter, LeadView } from "./list-search.ts";
import { useLeads, useLookedLeads, type ListedLead } from "./use-leads.ts";

/** What a press on a column's title sorts by. */
const orders: Readonly<Partial<Record<ColumnId | "name", readonly NonNullable<LeadView["sort"]>[]>>> = {
  first: ["newest", "oldest"],
  last: ["last_seen"],
  name: ["name"],
};

/** Leads as rows. */
export function LeadsTable({
  filter,
  columns,
  sort,
  isNarrowed,
  openId,
  onOpen,
  onSort,
}: {
  filter: LeadFilter;
  columns: readonly ColumnId[];
  sort: LeadView["sort"];
  isNarrowed: boolean;
  openId: string | undefined;
  onOpen: (lead: ListedLead) => void;
  onSort: (sort: LeadView["sort"]) => void;
}) {
  const { pages, news } = useNews(useLeads(filter), useLookedLeads(filter));
  const leads = useMemo(() => {
    // What moved up while further pages came may be in two of them.
    const all = pages.data?.pages.flatMap(({ items }) => items) ?? [];
    return [...new Map(all.map((lead) => [lead.id, lead])).values()];
  }, [pages.data]);
  if (pages.data === undefined)
    return pages.error === null ? (
      <Loading />
    ) : (
      <Failed error={pages.error} retry={() => void pages.refetch()} />
    );
  if (leads.length === 0 && !pages.hasNextPage)
    return (
      <>
        <NewsBar news={news} />
        <NoLeads isNarrowed={isNarrowed} />
      </>
    );
  const isOrdered = filter.q !== undefined || filter.stands !== undefined;
  const sorted = (id: ColumnId | "name"): DataColumn<ListedLead>["sorted"] => {
    const own = orders[id];
    if (own === undefined || isOrdered) return undefined;
    const index = own.indexOf(sort ?? "newest");
    const ascending = sort === "oldest" || sort === "name";
    return {
      direction: index < 0 ? "none" : ascending ? "ascending" : "descending",
      onPress: () =>
        onSort(
          own[(index + 1) % own.length] === "newest" || (index >= 0 && own.length === 1)
            ? undefined
            : own[(index + 1) % own.length],
        ),
    };
  };
  // What did not come is not asked for again by itself: that would go on for as long as it does not.
  const isLooking = pages.hasNextPage && !pages.isFetchingNextPage && !pages.isFetchNextPageError;
  return (
    <>
      <NewsBar news={news} />
      <DataTable
        label={leadTexts.title}
        columns={tableColumns(columns, {
          isBeside: openId !== undefined,
          isOfMany: leads.some(({ client_name }) => client_name !== null),
          sorted,
          open: onOpen,
        })}
        items={leads}
        keyOf={({ id }) => id}
        isOpen={({ id }) => id === openId}
        onOpen={onOpen}
        more={isLooking ? () => void pages.fetchNextPage() : pages.hasNextPage ? wait : null}
      />
      {pages.isFetchNextPageError ? (
        <Failed error={pages.error} retry={() => void pages.fetchNextPage()} />
      ) : pages.isFetchingNextPage ? (
        <p role="status" className="text-soft p-4 text-center">
          {leadTexts.looksFurther}
        </p>
      ) : null}
    </>
  );
}

const wait = () => {};

const NoLeads = ({ isNarrowed }: { isNarrowed: boolean }) => (
  <Empty title={isNarrowed ? leadTexts.none.like : leadTexts.none.yet}>
    <p>{isNarrowed ? leadTexts.none.likeWhy : leadTexts.none.yetWhy}</p>
  </Empty>
);
