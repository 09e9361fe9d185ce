import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { deliveryStates, statusWords } from "../format/states.ts";
import { useClient } from "../shell/use-client.ts";
import { Badge } from "../ui/badge.tsx";
import { Choice } from "../ui/choice.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { byCursor, PagedList } from "../ui/paged-list.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { lookedAt, looking, standing, useNews } from "../ui/use-news.ts";
import { When } from "../ui/when.tsx";
import { DeliveryPanel } from "./delivery-panel.tsx";

const route = getRouteApi("/frame/deliveries");

/** What goes where, newest first; the one that is open stands beside the list with its attempts. */
export function DeliveriesPage() {
  const search = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const { status, destination, open } = search;
  const query = {
    limit: 50,
    ...(client === undefined ? {} : { client_id: client }),
    ...(status === undefined ? {} : { status }),
    ...(destination === undefined ? {} : { destination_id: destination }),
  };
  const { pages, news } = useNews(
    api.useInfiniteQuery("get", "/api/deliveries", { params: { query } }, { ...byCursor, ...standing }),
    api.useQuery("get", "/api/deliveries", { params: { query: { ...query, limit: lookedAt } } }, looking)
      .data,
  );
  const destinations = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, ...(client === undefined ? {} : { client_id: client }) } } },
    { staleTime: 300_000 },
  );
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: "/deliveries", search: { ...search, open: undefined, ...changed }, replace: true });
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${open === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title="Deliveries"
          actions={
            <>
              <Choice
                label="State"
                value={status}
                words={statusWords.map((word) => [word, deliveryStates[word].label])}
                onChange={(word) => change({ status: word })}
              />
              <Choice
                label="To"
                value={destination}
                words={destinations.data?.items.map(({ id, name }) => [id, name]) ?? []}
                onChange={(id) => change({ destination: id })}
              />
            </>
          }
        >
          <PagedList
            pages={pages}
            news={news}
            empty={
              <Empty title="Nothing like that was sent">
                <p>
                  Each lead makes one delivery to each destination that takes it; they stand here with every
                  try.
                </p>
              </Empty>
            }
          >
            {(items) => (
              <Table
                label="Deliveries"
                columns={open === undefined ? columns : columns.filter(({ wide }) => wide !== true)}
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {open === undefined ? null : (
        <DeliveryPanel key={open} deliveryId={open} onClose={() => change({ open: undefined })} />
      )}
    </div>
  );
}

const columns: readonly Column<Schemas["Delivery"]>[] = [
  {
    title: "Who",
    cell: (delivery) => (
      <Link
        from="/deliveries"
        to="/deliveries"
        search={(before) => ({ ...before, open: delivery.id })}
        className="hover:underline"
      >
        {personName(delivery)}
      </Link>
    ),
  },
  { title: "To", cell: ({ destination_name }) => destination_name ?? "–" },
  {
    title: "State",
    cell: ({ status }) => <Badge look={deliveryStates[status].look}>{deliveryStates[status].label}</Badge>,
  },
  { title: "Tries", cell: ({ attempts, max_attempts }) => `${attempts} of ${max_attempts}`, wide: true },
  {
    title: "Answer",
    cell: ({ last_status_code, last_error }) => (
      <span className="text-soft line-clamp-1">{last_error ?? last_status_code ?? "–"}</span>
    ),
    wide: true,
  },
  { title: "Made", cell: ({ created_at }) => <When at={created_at} /> },
];
