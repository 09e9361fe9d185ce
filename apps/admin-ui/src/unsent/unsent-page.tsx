import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api, type Schemas } from "../api.ts";
import { ruleNames } from "../format/rules.ts";
import { NothingToSend } from "../shell/replay/nothing-to-send.tsx";
import { ReplayPanel } from "../shell/replay/replay-panel.tsx";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { unsent } from "../texts/unsent.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Empty, Refused } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { PagedList } from "../ui/paged-list.tsx";
import { Table } from "../ui/table.tsx";
import { lookedAt, looking, standing, useNews } from "../ui/use-news.ts";
import { Rules } from "./rules.tsx";
import { unsentColumns } from "./unsent-columns.tsx";

const route = getRouteApi("/frame/not-sent");
const Panel = lazy(async () => ({ default: (await import("./unsent-panel.tsx")).UnsentPanel }));

/** What came in and was told to nobody, each with its rule in words, and how it is sent after all. */
export function UnsentPage() {
  const { rule, plan: planId, open } = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const maySend = useMay("deliveries:replay");
  const maySetUp = useMay("config:write");
  const ofClient = client === undefined ? {} : { client_id: client };
  const query = { limit: 50, ...ofClient, ...(rule === undefined ? {} : { rule }) };
  const { pages, news } = useNews(
    api.useInfiniteQuery("get", "/api/unsent", { params: { query } }, { ...byCursor, ...standing }),
    api.useQuery("get", "/api/unsent", { params: { query: { ...query, limit: lookedAt } } }, looking).data,
  );
  const plan = api.useMutation("post", "/api/replays");
  const change = (changed: { plan?: string | undefined; open?: string | undefined }) =>
    void navigate({ to: "/not-sent", search: (before) => ({ ...before, ...changed }) });
  const prepareFor = (filter: Schemas["ReplayFilter"]) =>
    plan.mutate(
      { body: { filter } },
      { onSuccess: ({ id }) => change({ plan: id ?? undefined, open: undefined }) },
    );
  const release = (only: Pick<Schemas["ReplayFilter"], "rules" | "submission_ids">) =>
    prepareFor({ status: "unsent", ...(client === undefined ? {} : { client_ids: [client] }), ...only });
  const releaseAll = () => release(rule === undefined ? {} : { rules: [rule] });
  const isSomething = (pages.data?.pages[0]?.items.length ?? 0) > 0;
  const all = rule === undefined ? unsent.releaseAll : unsent.releaseThose(ruleNames[rule]);
  usePageActions(maySend && isSomething ? [{ title: all, run: releaseAll, key: "r" }] : []);
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${open === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={unsent.title}
          actions={
            <>
              {rule === "no_destination" && isSomething && maySetUp ? (
                <Link
                  to="/destinations/new"
                  search={({ client: one }) => ({ client: one })}
                  className={buttonClass()}
                >
                  {unsent.addDestination}
                </Link>
              ) : null}
              {maySend && isSomething ? (
                <Button disabled={plan.isPending} onClick={releaseAll}>
                  {plan.isPending ? unsent.counting : all}
                </Button>
              ) : null}
            </>
          }
        >
          <Rules rule={rule} />
          <div className="grid gap-3 px-4 pt-3 empty:hidden">
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
          </div>
          <PagedList
            pages={pages}
            news={news}
            empty={
              <Empty title={unsent.empty.title}>
                <p>{rule === undefined ? unsent.empty.why : unsent.empty.filtered}</p>
              </Empty>
            }
          >
            {(items) => (
              <Table
                label={unsent.label}
                columns={
                  open === undefined ? unsentColumns : unsentColumns.filter(({ wide }) => wide !== true)
                }
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {open === undefined ? null : (
        <Suspense>
          <Panel
            key={open}
            submissionId={open}
            onClose={() => change({ open: undefined })}
            onRelease={maySend ? () => release({ submission_ids: [open] }) : null}
          />
        </Suspense>
      )}
    </div>
  );
}
