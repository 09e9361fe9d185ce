import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useYou } from "../shell/use-you.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { AddClientDialog } from "./add-client-dialog.tsx";
import { ClientPanel } from "./client-panel.tsx";

const route = getRouteApi("/frame/clients");

/** Whom one works for; the one that is open stands beside the list with its settings. */
export function ClientsPage() {
  const { open, archived } = route.useSearch();
  const you = useYou();
  const navigate = useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const owned = you.agencies.filter(({ id }) =>
    you.grants.some(
      ({ agency_id, permissions }) => agency_id === id && permissions.includes("agency:manage"),
    ),
  );
  const query = { limit: 50, ...(archived === undefined ? {} : { deleted: "true" as const }) };
  const pages = api.useInfiniteQuery("get", "/api/clients", { params: { query } }, byCursor);
  const show = (id: string | undefined) =>
    void navigate({ from: "/clients", to: "/clients", search: (before) => ({ ...before, open: id }) });
  const mayAdd = owned.length > 0;
  usePageActions(mayAdd ? [{ title: clientsTexts.add, run: () => setIsAdding(true), key: "c" }] : []);
  const columns = columnsFor(you);
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${open === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={clientsTexts.title}
          actions={
            <>
              <label className="flex h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className="accent-brand size-4 shrink-0"
                  checked={archived !== undefined}
                  onChange={({ target }) =>
                    void navigate({
                      from: "/clients",
                      to: "/clients",
                      search: (before) => ({ ...before, archived: target.checked ? "too" : undefined }),
                      replace: true,
                    })
                  }
                />
                {clientsTexts.deletedToo}
              </label>
              {mayAdd ? (
                <Button kind="main" onClick={() => setIsAdding(true)}>
                  {clientsTexts.add}
                </Button>
              ) : null}
            </>
          }
        >
          <PagedList
            pages={pages}
            empty={
              <Empty title={clientsTexts.empty.title}>
                <p>{clientsTexts.empty.why}</p>
              </Empty>
            }
          >
            {(items) => (
              <Table
                label={clientsTexts.list}
                columns={open === undefined ? columns : columns.filter(({ wide }) => wide !== true)}
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {open === undefined ? null : <ClientPanel key={open} clientId={open} onClose={() => show(undefined)} />}
      {isAdding ? (
        <AddClientDialog
          agencies={owned}
          onClose={() => setIsAdding(false)}
          onAdded={(id) => {
            setIsAdding(false);
            show(id);
          }}
        />
      ) : null}
    </div>
  );
}

/** Whose client it is, is told only to those who work for several agencies. */
const columnsFor = ({ agencies }: Schemas["You"]): readonly Column<Schemas["Client"]>[] => [
  {
    title: clientsTexts.columns.name,
    cell: ({ id, name, deleted_at }) => (
      <span className="flex items-center gap-2">
        <Link
          from="/clients"
          to="/clients"
          search={(before) => ({ ...before, open: id })}
          className="hover:underline"
        >
          {name}
        </Link>
        {deleted_at === null ? null : <Badge look="calm">{clientsTexts.archived}</Badge>}
      </span>
    ),
  },
  {
    title: clientsTexts.columns.zone,
    cell: ({ time_zone }) => <span className="text-soft">{time_zone ?? clientsTexts.readersZone}</span>,
  },
  {
    title: clientsTexts.columns.stages,
    cell: ({ stages }) => <span className="text-soft line-clamp-1">{stages.join(" › ")}</span>,
    wide: true,
    long: true,
  },
  ...(agencies.length < 2
    ? []
    : [
        {
          title: clientsTexts.columns.agency,
          cell: ({ agency_id }: Schemas["Client"]) => agencies.find(({ id }) => id === agency_id)?.name,
          wide: true,
        },
      ]),
  { title: clientsTexts.columns.made, cell: ({ created_at }) => <When at={created_at} />, wide: true },
];
