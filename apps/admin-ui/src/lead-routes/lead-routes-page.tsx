import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { api, type Schemas } from "../api.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { draftOfRoute, percent, sharesOf } from "./route-draft.ts";

/** Which destinations share leads, and how. */
export function LeadRoutesPage() {
  const client = useClient();
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/routes", { params: { query } }, byCursor);
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
        {(items) => <Table label={texts.title} columns={columns} items={items} keyOf={({ id }) => id} />}
      </PagedList>
    </Page>
  );
}

function AddLink() {
  const may = useMay("config:write");
  const inside = (
    <>
      <Plus aria-hidden className="size-4" />
      {texts.add}
    </>
  );
  return may ? (
    <Link to="/routes/new" className={buttonClass("main")}>
      {inside}
    </Link>
  ) : (
    <Button why={texts.mayNot}>{inside}</Button>
  );
}

const columns: readonly Column<Schemas["Route"]>[] = [
  {
    title: texts.columns.name,
    cell: ({ id, name }) => (
      <Link to="/routes/$routeId" params={{ routeId: id }} className="hover:underline">
        {name}
      </Link>
    ),
  },
  { title: texts.columns.mode, cell: ({ mode }) => texts.modes[mode].title },
  { title: texts.columns.members, cell: membersIn, wide: true, long: true },
  {
    title: texts.columns.overflow,
    cell: ({ overflow_minutes }) =>
      overflow_minutes === null ? texts.forever : texts.minutes(overflow_minutes),
    wide: true,
  },
];

function membersIn(route: Schemas["Route"]): string {
  const shares = sharesOf(draftOfRoute(route));
  return route.members
    .map(({ name }, at) => {
      const share = shares[at];
      return share == null || route.mode === "all" ? name : `${name} ${percent(share)}`;
    })
    .join(route.mode === "first_accepting" ? " → " : ", ");
}
