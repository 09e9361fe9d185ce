import { api, type Schemas } from "../api.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { PreviewBars } from "./preview-bars.tsx";
import { toRoute, type RouteDraft } from "./route-draft.ts";

const mostLeads = 200;

/** What a route would have done with the last 200 leads, as it is saved. */
export function RoutePreview({ routeId }: { routeId: string }) {
  const { data, error, refetch } = api.useQuery("get", "/api/routes/{route_id}/preview", {
    params: { path: { route_id: routeId }, query: { leads: mostLeads } },
  });
  return <Previewed help={texts.previewHelp} data={data} error={error} retry={() => void refetch()} />;
}

/** The same, as what is on the screen would have done it, saved or not. */
export function DraftPreview({
  clientId,
  routeId,
  draft,
}: {
  clientId: string;
  routeId: string | undefined;
  draft: RouteDraft;
}) {
  const { mode, members } = toRoute(draft);
  const { data, error, refetch } = api.useQuery("post", "/api/clients/{client_id}/route-preview", {
    params: { path: { client_id: clientId } },
    body: { mode, members, leads: mostLeads, ...(routeId === undefined ? {} : { route_id: routeId }) },
  });
  return <Previewed help={texts.tryHelp} data={data} error={error} retry={() => void refetch()} />;
}

/** Leads and who would have had them: as a picture, and lead by lead. */
function Previewed({
  help,
  data,
  error,
  retry,
}: {
  help: string;
  data: Schemas["RoutePreview"] | undefined;
  error: unknown;
  retry: () => void;
}) {
  if (data === undefined)
    return error === null ? <Loading rows={4} /> : <Failed error={error} retry={retry} />;
  const { members, nobody, leads } = data;
  const bars = [
    ...members.map((member) => ({ id: member.destination_id, name: member.name, leads: member.leads })),
    ...(nobody === 0 ? [] : [{ id: "", name: texts.nobody, leads: nobody }]),
  ];
  return (
    <div className="grid max-w-4xl gap-5">
      <div className="grid gap-1">
        <h2 className="text-sm font-semibold">{texts.previewTitle}</h2>
        <p className="text-soft">{help}</p>
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
