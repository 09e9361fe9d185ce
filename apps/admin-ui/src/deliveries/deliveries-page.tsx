import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { deliveries } from "../texts/deliveries.ts";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table } from "../ui/table.tsx";
import { lookedAt, looking, standing, useNews } from "../ui/use-news.ts";
import { Views } from "../ui/views.tsx";
import { deliveryColumns } from "./delivery-columns.tsx";
import { DeliveryFilters } from "./delivery-filters.tsx";

const route = getRouteApi("/frame/deliveries");
const Panel = lazy(async () => ({ default: (await import("./delivery-panel.tsx")).DeliveryPanel }));
const views = [undefined, "dead", "pending", "held", "delivered"] as const;

/** What goes where, the newest first, or what failed last; the one that is open stands beside the list with its tries. */
export function DeliveriesPage() {
  const search = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const { status, destination, code, open } = search;
  const query = {
    limit: 50,
    ...(client === undefined ? {} : { client_id: client }),
    ...(status === undefined ? {} : { status }),
    ...(destination === undefined ? {} : { destination_id: destination }),
    ...(code === undefined ? {} : { code }),
  };
  const { pages, news } = useNews(
    api.useInfiniteQuery("get", "/api/deliveries", { params: { query } }, { ...byCursor, ...standing }),
    api.useQuery("get", "/api/deliveries", { params: { query: { ...query, limit: lookedAt } } }, looking)
      .data,
  );
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: "/deliveries", search: { ...search, open: undefined, ...changed }, replace: true });
  usePageActions(
    views.map((view) => ({
      title: deliveries.views[view ?? "all"],
      run: () => change({ status: view }),
    })),
  );
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${open === undefined ? "" : "max-lg:hidden"}`}>
        <Page title={deliveries.title} actions={<DeliveryFilters />}>
          <Views
            label={deliveries.views.label}
            value={status}
            views={views.map((view) => [view, deliveries.views[view ?? "all"]])}
            onChange={(view) => change({ status: view })}
          />
          {status === "held" ? (
            <p className="bg-warn-tint border-line max-w-none border-b px-4 py-2">{deliveries.heldWhy}</p>
          ) : null}
          <PagedList pages={pages} news={news} empty={<NoDeliveries status={status} />}>
            {(items) => (
              <Table
                label={deliveries.label}
                columns={
                  open === undefined ? deliveryColumns : deliveryColumns.filter(({ wide }) => wide !== true)
                }
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {open === undefined ? null : (
        <Suspense>
          <Panel key={open} deliveryId={open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </div>
  );
}

const NoDeliveries = ({ status }: { status: string | undefined }) => (
  <Empty title={deliveries.empty.title}>
    <p>
      {status === "dead"
        ? deliveries.empty.dead
        : status === "held"
          ? deliveries.empty.held
          : deliveries.empty.why}
    </p>
  </Empty>
);
