import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { NewSourceDialog } from "./new-source-dialog.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { sourceState } from "./source-state.ts";

const route = getRouteApi("/frame/sources");

/** Other systems that leads come from; the one that is open stands beside the list. */
export function SourcesPage() {
  const { open } = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/sources", { params: { query } }, byCursor);
  const { data: known } = api.useQuery("get", "/api/source-kinds");
  const { data: forms } = api.useQuery("get", "/api/forms", { params: { query: { ...query, limit: 100 } } });
  const shown = pages.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  const kindOf = (name: string) => known?.items.find(({ kind }) => kind === name);
  const formOf = (id: string) => forms?.items.find((form) => form.id === id)?.name ?? id;
  const mayAdd = useMay("config:write") && known?.is_ready === true;
  const add = () => setIsAdding(true);
  usePageActions(mayAdd ? [{ title: sourcesTexts.add, run: add, key: "c" }] : []);
  const addButton = mayAdd ? (
    <Button kind="main" onClick={add}>
      {sourcesTexts.add}
    </Button>
  ) : null;
  const close = () =>
    void navigate({ from: "/sources", to: "/sources", search: (before) => ({ ...before, open: undefined }) });
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${shown === undefined ? "" : "max-lg:hidden"}`}>
        <Page title={sourcesTexts.title} actions={addButton}>
          {known?.is_ready === false ? <p className="text-soft p-4">{sourcesTexts.notReady}</p> : null}
          <PagedList
            pages={pages}
            empty={
              <Empty title={sourcesTexts.empty.title}>
                <p>{sourcesTexts.empty.why}</p>
                {addButton}
              </Empty>
            }
          >
            {(items) => (
              <Table
                label={sourcesTexts.list}
                columns={columnsOf({ kindOf, formOf })}
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {shown === undefined ? null : (
        <SourcePanel
          key={shown.id}
          listed={shown}
          kind={kindOf(shown.kind)}
          form={formOf(shown.form_id)}
          onClose={close}
        />
      )}
      {isAdding && known !== undefined ? (
        <NewSourceDialog kinds={known.items} onClose={() => setIsAdding(false)} />
      ) : null}
    </div>
  );
}

interface Words {
  kindOf: (kind: string) => Schemas["SourceKind"] | undefined;
  formOf: (id: string) => string;
}

const columnsOf = ({ kindOf, formOf }: Words): readonly Column<Schemas["ListedSource"]>[] => [
  {
    title: sourcesTexts.columns.name,
    cell: ({ id, name }) => (
      <Link
        from="/sources"
        to="/sources"
        search={(before) => ({ ...before, open: id })}
        className="hover:underline"
      >
        {name}
      </Link>
    ),
  },
  {
    title: sourcesTexts.columns.kind,
    cell: ({ kind }) => <span className="text-soft">{kindOf(kind)?.title ?? kind}</span>,
  },
  {
    title: sourcesTexts.columns.form,
    cell: ({ form_id }) => <span className="text-soft">{formOf(form_id)}</span>,
  },
  {
    title: sourcesTexts.columns.state,
    cell: (source) => {
      const { label, look } = sourceState(source);
      return <Badge look={look}>{label}</Badge>;
    },
  },
  {
    title: sourcesTexts.columns.last,
    cell: ({ last_lead_at }) =>
      last_lead_at === null ? (
        <span className="text-soft">{sourcesTexts.none}</span>
      ) : (
        <When at={last_lead_at} relative />
      ),
  },
];
