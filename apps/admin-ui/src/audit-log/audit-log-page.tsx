import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { useClient } from "../shell/use-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { auditTexts } from "../texts/audit-log.ts";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { endOfDay, startOfDay } from "./day-bounds.ts";
import { EntryPanel } from "./entry-panel.tsx";
import { actorOf, deedOf, detailLine } from "./told-entry.ts";

const route = getRouteApi("/frame/audit-log");
const { columns: titles } = auditTexts;

/** Who did what, newest first, in sentences; the entry that is open stands beside it whole. */
export function AuditLogPage() {
  const { about, by, kind: asked, from, to, open } = route.useSearch();
  // What people of the agency read is many times what they change.
  const kind: "changes" | "reads" | "all" = asked ?? "changes";
  const client = useClient();
  const navigate = useNavigate();
  const { nameOf } = useClients();
  const [since, until] = [startOfDay(from), endOfDay(to)];
  const query = {
    limit: 50,
    ...(client === undefined ? {} : { client_id: client }),
    ...(about === undefined ? {} : { action: about }),
    ...(by === undefined ? {} : { actor: by }),
    ...(kind === "all" ? {} : { kind }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  const pages = api.useInfiniteQuery("get", "/api/audit-log", { params: { query } }, byCursor);
  const shown = pages.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  const columns: readonly Column<Schemas["AuditEntry"]>[] = [
    {
      title: titles.what,
      cell: (entry) => (
        <span className="grid">
          <Link
            from="/audit-log"
            to="/audit-log"
            search={(before) => ({ ...before, open: entry.id })}
            className="hover:underline"
          >
            <span className="break-all">{actorOf(entry)}</span>{" "}
            <span className="font-normal">{deedOf(entry)}</span>
          </Link>
          <span className="text-soft line-clamp-1 text-xs font-normal">{detailLine(entry)}</span>
        </span>
      ),
      long: true,
    },
    {
      title: titles.where,
      cell: ({ client_id }) => (
        <span className="text-soft">
          {client_id === null ? auditTexts.agencyWide : (nameOf(client_id) ?? client_id)}
        </span>
      ),
      wide: true,
    },
    { title: titles.when, cell: ({ created_at }) => <When at={created_at} /> },
  ];
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${shown === undefined ? "" : "max-lg:hidden"}`}>
        <Page title={auditTexts.title} actions={<AuditFilters />}>
          <PagedList
            pages={pages}
            empty={
              <Empty title={auditTexts.empty.title}>
                <p>{auditTexts.empty.why}</p>
              </Empty>
            }
          >
            {(items) => (
              <Table
                label={auditTexts.list}
                columns={shown === undefined ? columns : columns.filter(({ wide }) => wide !== true)}
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {shown === undefined ? null : (
        <EntryPanel
          entry={shown}
          client={nameOf(shown.client_id)}
          onClose={() =>
            void navigate({
              from: "/audit-log",
              to: "/audit-log",
              search: (before) => ({ ...before, open: undefined }),
            })
          }
        />
      )}
    </div>
  );
}
