import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { Button } from "../ui/button.tsx";
import { Empty, Refused } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { byCursor, PagedList } from "../ui/paged-list.tsx";
import { filterOf } from "./filter-of.ts";
import { GroupCard } from "./group-card.tsx";
import { ReplayPanel } from "./replay-panel.tsx";

const route = getRouteApi("/frame/dead-letters");

/** What could not be delivered, by what it died of, and how it goes out again. */
export function DeadLettersPage() {
  const { plan: planId } = route.useSearch();
  const client = useClient();
  const mayReplay = useMay("deliveries:replay");
  const navigate = useNavigate();
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/dead-letter-groups", { params: { query } }, byCursor);
  const plan = api.useMutation("post", "/api/replays");
  const show = (id: string | null | undefined) =>
    void navigate({ to: "/dead-letters", search: (before) => ({ ...before, plan: id ?? undefined }) });
  const prepare = (group?: Schemas["DeadLetterGroup"]) =>
    plan.mutate({ body: { filter: filterOf(client, group) } }, { onSuccess: ({ id }) => show(id) });
  const isSomething =
    pages.data?.pages.some(({ items }) => items.some(({ open_count }) => open_count > 0)) === true;
  usePageActions(
    isSomething && mayReplay ? [{ title: deadLetters.sendAll, run: () => prepare(), key: "r" }] : [],
  );
  return (
    <Page
      title="Dead letters"
      actions={
        isSomething && mayReplay ? (
          <Button kind="main" disabled={plan.isPending} onClick={() => prepare()}>
            {plan.isPending ? "Counting …" : deadLetters.sendAll}
          </Button>
        ) : null
      }
    >
      <div className="mx-auto grid max-w-4xl gap-3 p-4">
        <Refused error={plan.error} />
        {plan.data?.state === "empty" ? <NothingToSend plan={plan.data} /> : null}
        {planId === undefined ? null : (
          <ReplayPanel key={planId} replayId={planId} onClose={() => show(undefined)} />
        )}
        <PagedList
          pages={pages}
          empty={
            <Empty title="No dead letter is open">
              <p>
                What a receiver refuses for good, or does not take after all tries, stands here by its cause,
                until somebody sends it again or lets it go. Nothing is ever thrown away by itself.
              </p>
            </Empty>
          }
        >
          {(groups) => (
            <ul className="grid gap-3">
              {groups.map((group) => (
                <GroupCard
                  key={group.sample_letter_id}
                  group={group}
                  isBusy={plan.isPending}
                  onReplay={mayReplay ? () => prepare(group) : null}
                />
              ))}
            </ul>
          )}
        </PagedList>
      </div>
    </Page>
  );
}

const NothingToSend = ({ plan }: { plan: Schemas["Replay"] }) => (
  <div role="status" className="bg-calm-tint grid gap-1 rounded-md px-3 py-2">
    <p className="font-medium">There is nothing to send.</p>
    {plan.summary.skipped.map(({ reason, count, meaning }) => (
      <p key={reason}>
        {count}: {meaning}
      </p>
    ))}
    {plan.elsewhere.map(({ count, meaning }) => (
      <p key={meaning}>
        {count}: {meaning}
      </p>
    ))}
  </div>
);
