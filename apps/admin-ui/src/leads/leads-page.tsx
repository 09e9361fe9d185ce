import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { useClient } from "../shell/use-client.ts";
import { leadTexts } from "../texts/leads.ts";
import { Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportButton } from "./export-button.tsx";
import { keepColumns, keptColumns } from "./kept-columns.ts";
import { LayoutSwitch } from "./layout-switch.tsx";
import { readColumns } from "./lead-columns.tsx";
import { LeadFilters } from "./lead-filters.tsx";
import { LeadsTable } from "./leads-table.tsx";
import { filterOf, filtersIn, viewOf, type LeadsSearch } from "./list-search.ts";
import { ViewTabs } from "./view-tabs.tsx";
import { useSearched } from "./searched.ts";
import { SortMenu } from "./sort-menu.tsx";

const Board = lazy(async () => ({ default: (await import("./board.tsx")).Board }));
const LeadPanel = lazy(async () => ({ default: (await import("./lead-panel.tsx")).LeadPanel }));

const route = getRouteApi("/frame/leads");

/** Every lead of whom one may see, as rows or as a board; the one that is open stands beside. */
export function LeadsPage() {
  const search = route.useSearch();
  const client = useClient();
  const q = useSearched();
  const navigate = useNavigate();
  const view = viewOf(search);
  const isBoard = view.layout === "board";
  const change = (changed: Partial<LeadsSearch>) =>
    void navigate({ to: "/leads", search: (before) => ({ ...before, ...changed }), replace: true });
  const open = (id: string | undefined) =>
    void navigate({ to: "/leads", search: (before) => ({ ...before, open: id }) });
  const { stage: _stage, ...anyStage } = view;
  const asked = JSON.stringify(isBoard ? anyStage : view);
  // A period such as "today" is read once, not at each drawing: what is asked for stays what it is.
  const filter = useMemo(
    () => filterOf(JSON.parse(asked) as LeadsSearch, client, q, Date.now()),
    [asked, client, q],
  );
  const columns = readColumns(view.columns ?? keptColumns());
  const filters = filtersIn(view) + (q === "" ? 0 : 1);
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${search.open === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={leadTexts.title}
          actions={
            <>
              <LayoutSwitch layout={view.layout} onChange={(layout) => change({ layout })} />
              <SortMenu
                sort={view.sort}
                isOrdered={q !== "" || view.stands !== undefined}
                onChange={(sort) => change({ sort })}
              />
              {isBoard ? null : (
                <div className="max-sm:hidden">
                  <ColumnsMenu
                    shown={columns}
                    onChange={(shown) => {
                      keepColumns(shown.join(","));
                      change({ columns: shown.join(",") });
                    }}
                  />
                </div>
              )}
              <ExportButton filter={filter} />
            </>
          }
        >
          <ViewTabs search={search} />
          <LeadFilters view={view} onChange={(changed) => change({ ...changed, open: undefined })} />
          {isBoard ? (
            <Suspense fallback={<Loading />}>
              <Board
                filter={filter}
                isNarrowed={
                  filters - (view.tests === undefined ? 0 : 1) - (view.stage === undefined ? 0 : 1) > 0
                }
                openId={search.open}
                onOpen={open}
              />
            </Suspense>
          ) : (
            <LeadsTable
              filter={filter}
              columns={columns}
              sort={view.sort}
              isNarrowed={filters > 0}
              openId={search.open}
              onOpen={({ id }) => open(id)}
              onSort={(sort) => change({ sort })}
            />
          )}
        </Page>
      </div>
      {search.open === undefined ? null : <LeadPanel leadId={search.open} onClose={() => open(undefined)} />}
    </div>
  );
}
