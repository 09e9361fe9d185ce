import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { api } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { DestinationTable } from "./destination-table.tsx";

/** Where leads go: how each stands, what its last day was like, and its switch. */
export function DestinationsPage() {
  const client = useClient();
  const navigate = useNavigate();
  const mayAdd = useMayAdd();
  usePageActions(mayAdd ? [{ title: texts.add, run: () => void navigate({ to: "/destinations/new" }) }] : []);
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/destinations", { params: { query } }, byCursor);
  return (
    <Page title={texts.title} actions={<AddLink />}>
      <PagedList
        pages={pages}
        empty={
          <Empty title={texts.emptyTitle}>
            <p>{texts.empty}</p>
            <AddLink />
          </Empty>
        }
      >
        {(items) => <DestinationTable items={items} />}
      </PagedList>
    </Page>
  );
}

/** Whoever says where leads are sent receives their contact details. */
const useMayAdd = () => [useMay("config:write"), useMay("contacts:read")].every(Boolean);

function AddLink() {
  const may = useMayAdd();
  const inside = (
    <>
      <Plus aria-hidden className="size-4" />
      {texts.add}
    </>
  );
  return may ? (
    <Link to="/destinations/new" className={buttonClass("main")}>
      {inside}
    </Link>
  ) : (
    <Button why={texts.mayNotAdd}>{inside}</Button>
  );
}
