import { api, type Schemas } from "../api.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { PreviewBars } from "./preview-bars.tsx";

const mostLeads = 200;

/** What a route would have done with the last 200 leads: as a picture, and lead by lead. */
export function RoutePreview({ routeId }: { routeId: string }) {
  const { data, error, refetch } = api.useQuery("get", "/api/routes/{route_id}/preview", {
    params: { path: { route_id: routeId }, query: { leads: mostLeads } },
  });
  if (data === undefined)
    return error === null ? <Loading rows={4} /> : <Failed error={error} retry={() => void refetch()} />;
  const { members, nobody, leads } = data;
  const bars = [
    ...members.map((member) => ({ id: member.destination_id, name: member.name, leads: member.leads })),
    ...(nobody === 0 ? [] : [{ id: "", name: texts.nobody, leads: nobody }]),
  ];
  return (
    <div className="grid max-w-4xl gap-5">
      <div className="grid gap-1">
        <h2 className="text-sm font-semibold">{texts.previewTitle}</h2>
        <p className="text-soft">{texts.previewHelp}</p>
      </div>
      {leads.length === 0 ? (
        <p>{texts.previewNone}</p>
      ) : (
        <>
          <PreviewBars title={texts.previewOf(leads.length)} bars={bars} all={leads.length} />
          <Table
            label={texts.previewTitle}
            columns={columns}
            items={leads.toReversed().map((lead) => ({ ...lead, id: lead.submission_public_id }))}
            keyOf={({ id }) => id}
          />
        </>
      )}
    </div>
  );
}

type Lead = Schemas["RoutePreview"]["leads"][number] & { id: string };

const columns: readonly Column<Lead>[] = [
  { title: texts.previewColumns.when, cell: ({ submitted_at }) => <When at={submitted_at} /> },
  { title: texts.previewColumns.to, cell: ({ words }) => words, long: true },
];
