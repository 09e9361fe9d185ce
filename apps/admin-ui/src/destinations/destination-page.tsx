import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api, type Schemas } from "../api.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Overview } from "./overview.tsx";
import { PauseButton } from "./pause-button.tsx";
import { tabsOf, type Tab } from "./tabs-of.ts";
import { TabSettings } from "./tab-settings.tsx";
import { useKind } from "./use-kinds.ts";

const route = getRouteApi("/frame/destinations/$destinationId");

const TabFilter = lazy(async () => ({ default: (await import("./tab-filter.tsx")).TabFilter }));
const TabMapping = lazy(async () => ({ default: (await import("./tab-mapping.tsx")).TabMapping }));
const TabLimits = lazy(async () => ({ default: (await import("./tab-limits.tsx")).TabLimits }));
const TabAnswers = lazy(async () => ({ default: (await import("./tab-answers.tsx")).TabAnswers }));
const TabRules = lazy(async () => ({ default: (await import("./tab-rules.tsx")).TabRules }));
const TabEvents = lazy(async () => ({ default: (await import("./tab-events.tsx")).TabEvents }));
const TabSecret = lazy(async () => ({ default: (await import("./tab-secret.tsx")).TabSecret }));

/** One destination: how it is, and all that can be said of it, part by part. */
export function DestinationPage() {
  const { destinationId } = route.useParams();
  const { tab } = route.useSearch();
  const {
    data: destination,
    error,
    refetch,
  } = api.useQuery(
    "get",
    "/api/destinations/{destination_id}",
    { params: { path: { destination_id: destinationId } } },
    { refetchInterval: 30_000 },
  );
  const kind = useKind(destination?.kind);
  if (destination === undefined)
    return error === null ? <Loading /> : <Failed error={error} retry={() => void refetch()} />;
  if (kind === undefined) return <Loading />;
  const tabs = tabsOf(kind);
  const chosen = tabs.find((one) => one === tab) ?? "overview";
  return (
    <Page
      title={destination.name}
      beside={kind.title}
      actions={destination.deleted_at === null ? <PauseButton destination={destination} /> : null}
    >
      <Tabs
        label={texts.tabsLabel}
        tabs={tabs.map((one) => [one, texts.tabs[one]] as const)}
        chosen={chosen}
      />
      <PageBody>
        <Suspense fallback={<Loading rows={3} />}>
          {/* What is typed starts anew where the destination is another. */}
          <Part key={destination.id} tab={chosen} destination={destination} kind={kind} />
        </Suspense>
      </PageBody>
    </Page>
  );
}

function Part({
  tab,
  ...both
}: {
  tab: Tab;
  destination: Schemas["DestinationDetails"];
  kind: Schemas["DestinationKind"];
}) {
  switch (tab) {
    case "overview":
      return <Overview {...both} />;
    case "settings":
      return <TabSettings {...both} />;
    case "filter":
      return <TabFilter {...both} />;
    case "mapping":
      return <TabMapping {...both} />;
    case "limits":
      return <TabLimits {...both} />;
    case "answers":
      return <TabAnswers {...both} />;
    case "rules":
      return <TabRules {...both} />;
    case "events":
      return <TabEvents {...both} />;
    case "secret":
      return <TabSecret {...both} />;
  }
}
