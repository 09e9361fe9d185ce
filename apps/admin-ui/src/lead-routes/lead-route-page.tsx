import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api } from "../api.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { DeleteRoute } from "./delete-route.tsx";
import { EditRoute } from "./edit-route.tsx";

const route = getRouteApi("/frame/routes/$routeId");
const RoutePreview = lazy(async () => ({ default: (await import("./route-preview.tsx")).RoutePreview }));

/** One route: its members in their order, how it went, and what it would have done with the last leads. */
export function LeadRoutePage() {
  const { routeId } = route.useParams();
  const { tab = "members" } = route.useSearch();
  const { data, error, refetch } = api.useQuery("get", "/api/routes/{route_id}", {
    params: { path: { route_id: routeId } },
  });
  if (data === undefined)
    return error === null ? <Loading /> : <Failed error={error} retry={() => void refetch()} />;
  if (data.deleted_at !== null)
    return (
      <Page title={data.name}>
        <p className="text-soft p-4">{texts.deleted}</p>
      </Page>
    );
  return (
    <Page title={data.name} beside={texts.modes[data.mode].title} actions={<DeleteRoute route={data} />}>
      <Tabs
        label={texts.tabsLabel}
        tabs={[
          ["members", texts.tabs.members],
          ["preview", texts.tabs.preview],
        ]}
        chosen={tab}
      />
      <PageBody>
        {tab === "members" ? (
          <EditRoute key={data.id} route={data} />
        ) : (
          <Suspense fallback={<Loading rows={3} />}>
            <RoutePreview routeId={data.id} />
          </Suspense>
        )}
      </PageBody>
    </Page>
  );
}
