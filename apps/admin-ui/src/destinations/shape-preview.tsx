import { getRouteApi } from "@tanstack/react-router";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { exchange } from "../texts/exchange.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { Badge } from "../ui/badge.tsx";
import { Http } from "../ui/exchange.tsx";
import { Loading, Refused } from "../ui/notices.tsx";
import { LeadChoice } from "./lead-choice.tsx";
import { useSettled } from "../ui/use-settled.ts";

const route = getRouteApi("/frame/destinations/$destinationId");
const mostLast = 50;

type Place = Pick<Schemas["Destination"], "id" | "client_id">;

/** Asks what a filter and mapping that are not saved yet make of a lead. @param shape undefined: what is typed can be none yet */
export function useShapePreview({ id, client_id }: Place, shape: object | null | undefined) {
  const { lead } = route.useSearch();
  const mayLook = useMay("contacts:read", client_id);
  const settled = useSettled(shape);
  return api.useQuery(
    "post",
    "/api/destinations/{destination_id}/preview",
    {
      params: { path: { destination_id: id } },
      body: {
        shape: settled ?? null,
        last: mostLast,
        ...(lead === undefined || !mayLook ? {} : { lead_id: lead }),
      },
    },
    { enabled: settled !== undefined, placeholderData: keepPreviousData, retry: false },
  );
}

/** What that comes to: whether the lead goes there, the exact request, and how many of the last would have gone. */
export function ShapePreview({
  destination: { client_id },
  preview: { data, error },
  isToldElsewhere = false,
}: {
  destination: Place;
  preview: ReturnType<typeof useShapePreview>;
  /** What is wrong stands beside the row that it is about. */
  isToldElsewhere?: boolean;
}) {
  return (
    <section aria-label={texts.preview} className="grid min-w-0 content-start gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-sm font-semibold">{texts.preview}</h2>
        <LeadChoice clientId={client_id} />
      </div>
      {error === null ? null : isToldElsewhere ? (
        <p className="text-soft">{texts.waitsForRows}</p>
      ) : (
        <Refused error={error} />
      )}
      {data === undefined ? error === null ? <Loading rows={2} /> : null : <Shown preview={data} />}
    </section>
  );
}

const Shown = ({
  preview: { passes, why_not, error, request, last },
}: {
  preview: Schemas["DestinationPreview"];
}) => (
  <div aria-live="polite" className="grid gap-3">
    <div>
      {error === null ? (
        <Badge look={passes ? "good" : "warn"}>{passes ? texts.passes : texts.heldBack(why_not)}</Badge>
      ) : (
        <Badge look="bad">{texts.broken}</Badge>
      )}
    </div>
    {error === null ? null : <p className="text-bad break-words">{error}</p>}
    {last === null || last.leads === 0 ? null : <p>{texts.last(last.passed, last.leads)}</p>}
    {request === null ? (
      error === null ? (
        <p className="text-soft">{texts.noRequest}</p>
      ) : null
    ) : (
      <Http
        title={exchange.request}
        line={`${request.method} ${request.url}`}
        headers={request.headers}
        body={request.body}
      />
    )}
  </div>
);
