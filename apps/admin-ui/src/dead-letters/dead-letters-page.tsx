import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api, type Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { NothingToSend } from "../shell/replay/nothing-to-send.tsx";
import { ReplayPanel } from "../shell/replay/replay-panel.tsx";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Empty, Refused } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { GroupCard } from "./group-card.tsx";
import { filterOf } from "./filter-of.ts";

const route = getRouteApi("/frame/dead-letters");
const Panel = lazy(async () => ({ default: (await import("./letter-panel.tsx")).LetterPanel }));

/** What could not be delivered, by what it died of, and how it goes out again. */
export function DeadLettersPage() {
  const { plan: planId, letter, destination } = route.useSearch();
  const client = useClient();
  const mayReplay = useMay("deliveries:replay");
  const navigate = useNavigate();
  const ofClient = client === undefined ? {} : { client_id: client };
  const query = {
    limit: 50,
    ...ofClient,
    ...(destination === undefined ? {} : { destination_id: destination }),
  };
  const pages = api.useInfiniteQuery(
    "get",
    "/api/dead-letter-groups",
    { params: { query } },
    { ...byCursor, refetchInterval: 60_000 },
  );
  const destinations = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, ...ofClient } } },
    { staleTime: 300_000 },
  );
  const plan = api.useMutation("post", "/api/replays");
  const change = (changed: { plan?: string | undefined; letter?: string | undefined }) =>
    void navigate({ to: "/dead-letters", search: (before) => ({ ...before, ...changed }) });
  const prepareFor = (filter: Schemas["ReplayFilter"]) =>
    plan.mutate({ body: { filter } }, { onSuccess: ({ id }) => change({ plan: id ?? undefined }) });
  const prepare = (group?: Schemas["DeadLetterGroup"]) =>
    prepareFor(filterOf({ client, destination }, group));
  const isSomething =
    pages.data?.pages.some(({ items }) => items.some(({ open_count }) => open_count > 0)) === true;
  usePageActions(
    isSomething && mayReplay ? [{ title: deadLetters.sendAll, run: () => prepare(), key: "r" }] : [],
  );
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${letter === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={deadLetters.title}
          actions={
            <>
              <Choice
                label={deadLetters.to}
                value={destination}
                words={destinations.data?.items.map(({ id, name }) => [id, name]) ?? []}
                onChange={(id) =>
                  void navigate({
                    to: "/dead-letters",
                    search: ({ client }) => ({ client, destination: id }),
                    replace: true,
                  })
                }
              />
              {isSomething && mayReplay ? (
                <Button kind="main" disabled={plan.isPending} onClick={() => prepare()}>
                  {plan.isPending ? deadLetters.counting : deadLetters.sendAll}
                </Button>
              ) : null}
            </>
          }
        >
          <div className="grid max-w-6xl gap-3 p-4">
            <Refused error={plan.error} />
            {plan.data?.state === "empty" ? <NothingToSend plan={plan.data} /> : null}
            {planId === undefined ? null : (
              <ReplayPanel
                key={planId}
                replayId={planId}
                onClose={() => change({ plan: undefined })}
                onAgain={prepareFor}
              />
            )}
            <PagedList
              pages={pages}
              empty={
                <Empty title={deadLetters.empty.title}>
                  <p>{destination === undefined ? deadLetters.empty.why : deadLetters.empty.filtered}</p>
                </Empty>
              }
            >
              {(groups) => (
                <ul className="grid gap-3">
                  {groups.map((group) => (
                    <GroupCard
                      key={group.sample_letter_id}
                      group={group}
                      isOpen={letter === group.sample_letter_id}
                      isBusy={plan.isPending}
                      readAt={group.last_failed_at}
                      onReplay={mayReplay ? () => prepare(group) : null}
                    />
                  ))}
                </ul>
              )}
            </PagedList>
          </div>
        </Page>
      </div>
      {letter === undefined ? null : (
        <Suspense>
          <Panel key={letter} letterId={letter} onClose={() => change({ letter: undefined })} />
        </Suspense>
      )}
    </div>
  );
}
