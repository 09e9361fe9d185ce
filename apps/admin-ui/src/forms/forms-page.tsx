import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { formsTexts as texts } from "../texts/forms.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table } from "../ui/table.tsx";
import { formColumns } from "./form-columns.tsx";

const route = getRouteApi("/frame/forms");

/** Where leads come in, each with what came in the last days and whether it has gone quiet. */
export function FormsPage() {
  const { deleted } = route.useSearch();
  const client = useClient();
  const mayWrite = useMay("config:write");
  const navigate = useNavigate();
  usePageActions(mayWrite ? [{ title: texts.newForm, run: () => void navigate({ to: "/forms/new" }) }] : []);
  const ofClient = client === undefined ? {} : { client_id: client };
  const query = { limit: 50, ...ofClient, ...(deleted === undefined ? {} : { deleted: "true" as const }) };
  const pages = api.useInfiniteQuery("get", "/api/forms", { params: { query } }, byCursor);
  const activity = api.useQuery(
    "get",
    "/api/form-activity",
    { params: { query: ofClient } },
    { refetchInterval: 60_000 },
  );
  const clients = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const add = mayWrite ? (
    <Link to="/forms/new" className={buttonClass("main")}>
      {texts.newForm}
    </Link>
  ) : null;
  return (
    <Page
      title={texts.title}
      actions={
        <>
          <Link
            to="/forms"
            search={(before) => ({
              client: before.client,
              deleted: deleted === undefined ? "too" : undefined,
            })}
            aria-pressed={deleted !== undefined}
            className={buttonClass(deleted === undefined ? "quiet" : "plain")}
            role="button"
          >
            {texts.showDeleted}
          </Link>
          {add}
        </>
      }
    >
      <PagedList
        pages={pages}
        empty={
          <Empty title={texts.noFormTitle}>
            <p>{texts.noForm}</p>
            {add ?? <p>{texts.mayNot}</p>}
          </Empty>
        }
      >
        {(forms) => (
          <Table
            label={texts.title}
            columns={formColumns({
              activity: new Map(activity.data?.items.map((item) => [item.form_id, item])),
              clients: new Map(clients.data?.items.map(({ id, name }) => [id, name])),
            })}
            items={forms}
            keyOf={({ id }) => id}
          />
        )}
      </PagedList>
    </Page>
  );
}
