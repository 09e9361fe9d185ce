import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { useMay } from "../shell/use-may.ts";
import { keysTexts } from "../texts/keys.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { KeyPanel } from "./key-panel.tsx";
import { keyState } from "./key-state.ts";
import { MakeKeyDialog } from "./make-key-dialog.tsx";

const route = getRouteApi("/frame/access-keys");

/** What programs sign with; the one that is open stands beside the list. */
export function KeysPage() {
  const { open } = route.useSearch();
  const client = useClient();
  const { nameOf } = useClients();
  const navigate = useNavigate();
  const [isMaking, setIsMaking] = useState(false);
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/access-keys", { params: { query } }, byCursor);
  const shown = pages.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  const placeOf = ({ client_id }: Schemas["AccessKey"]) =>
    client_id === null ? keysTexts.allClients : (nameOf(client_id) ?? client_id);
  const mayMake = useMay("keys:manage");
  usePageActions(mayMake ? [{ title: keysTexts.make, run: () => setIsMaking(true), key: "c" }] : []);
  const columns: readonly Column<Schemas["AccessKey"]>[] = [
    {
      title: keysTexts.columns.name,
      cell: ({ id, name }) => (
        <Link
          from="/access-keys"
          to="/access-keys"
          search={(before) => ({ ...before, open: id })}
          className="hover:underline"
        >
          {name}
        </Link>
      ),
    },
    {
      title: keysTexts.columns.state,
      cell: (key) => {
        const { label, look } = keyState(key, Date.now());
        return <Badge look={look}>{label}</Badge>;
      },
    },
    { title: keysTexts.columns.client, cell: (key) => <span className="text-soft">{placeOf(key)}</span> },
    {
      title: keysTexts.columns.used,
      cell: ({ last_used_at }) =>
        last_used_at === null ? (
          <span className="text-soft">{keysTexts.never}</span>
        ) : (
          <When at={last_used_at} relative />
        ),
    },
  ];
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${shown === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={keysTexts.title}
          actions={
            mayMake ? (
              <Button kind="main" onClick={() => setIsMaking(true)}>
                {keysTexts.make}
              </Button>
            ) : null
          }
        >
          <PagedList
            pages={pages}
            empty={
              <Empty title={keysTexts.empty.title}>
                <p>{keysTexts.empty.why}</p>
                <Button kind="main" onClick={() => setIsMaking(true)}>
                  {keysTexts.make}
                </Button>
              </Empty>
            }
          >
            {(items) => (
              <Table
                label={keysTexts.list}
                columns={columns}
                items={items}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {shown === undefined ? null : (
        <KeyPanel
          key={shown.id}
          accessKey={shown}
          place={placeOf(shown)}
          onClose={() =>
            void navigate({
              from: "/access-keys",
              to: "/access-keys",
              search: (before) => ({ ...before, open: undefined }),
            })
          }
        />
      )}
      {isMaking ? <MakeKeyDialog onClose={() => setIsMaking(false)} /> : null}
    </div>
  );
}
