import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { statisticsTexts as texts } from "../texts/statistics.ts";
import { Empty, Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { Charts } from "./charts.tsx";
import { GroupTable } from "./group-table.tsx";
import { Reasons } from "./reasons.tsx";
import { StatisticsFilters } from "./statistics-filters.tsx";
import { Totals } from "./totals.tsx";
import { useGroupNames } from "./use-group-names.ts";
import { lastDays, useStatistics } from "./use-statistics.ts";

const route = getRouteApi("/frame/statistics");

/** What came in and what arrived over days: each chart with its table and its CSV; which days, and by what, stands in the address. */
export function StatisticsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const usual = lastDays(Number(texts.usual));
  const { from = usual.from, to = usual.to, by = "form", form } = search;
  const { data: counted, error, refetch } = useStatistics({ from, to, by, form });
  const { nameOf, forms } = useGroupNames(by);
  const file = `${from}-${to}`;
  return (
    <Page
      title={texts.title}
      actions={
        <StatisticsFilters
          {...{ from, to, by, form, forms }}
          onChange={(changed) =>
            void navigate({ to: "/statistics", search: { ...search, ...changed }, replace: true })
          }
        />
      }
    >
      {counted === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="grid max-w-6xl gap-4 p-4">
          <Totals totals={counted.totals} />
          <Charts counted={counted} file={file} />
          <Reasons refused={counted.totals.refused} />
          {counted.groups.length === 0 ? (
            <Empty title={texts.empty}>
              <p>{texts.emptyHelp}</p>
            </Empty>
          ) : (
            <GroupTable by={by} groups={counted.groups} nameOf={nameOf} file={`by-${by}-${file}`} />
          )}
          <p className="text-soft text-xs">{texts.note}</p>
        </div>
      )}
    </Page>
  );
}
