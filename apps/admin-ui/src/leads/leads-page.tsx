import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { leadStands } from "../format/states.ts";
import { useClient } from "../shell/use-client.ts";
import { Badge } from "../ui/badge.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { byCursor, PagedList } from "../ui/paged-list.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { LeadFilters } from "./lead-filters.tsx";
import { LeadPanel } from "./lead-panel.tsx";

const route = getRouteApi("/frame/leads");

/** Every lead of whom one may see, newest first; the one that is open stands beside the list. */
export function LeadsPage() {
  const search = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const { q, stands, stage, form, tests, open } = search;
  const query = {
    limit: 50,
    ...(client === undefined ? {} : { client_id: client }),
    ...(q === undefined ? {} : { q }),
    ...(stands === undefined ? {} : { stands }),
    ...(stage === undefined ? {} : { status: stage }),
    ...(form === undefined ? {} : { form_id: form }),
    ...(tests === undefined ? {} : { is_test: tests === "only" ? ("true" as const) : ("false" as const) }),
  };
  const pages = api.useInfiniteQuery("get", "/api/leads", { params: { query } }, byCursor);
  const isFiltered = Object.keys(query).some((name) => name !== "limit" && name !== "client_id");
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${open === undefined ? "" : "max-lg:hidden"}`}>
        <Page title="Leads" actions={<LeadFilters />}>
          <PagedList pages={pages} empty={<NoLeads isFiltered={isFiltered} />}>
            {(leads) => (
              <Table
                label="Leads"
                columns={shown(
                  open !== undefined,
                  leads.some(({ client_name }) => client_name !== null),
                )}
                items={leads}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
        </Page>
      </div>
      {open === undefined ? null : (
        <LeadPanel
          leadId={open}
          onClose={() => void navigate({ to: "/leads", search: { ...search, open: undefined } })}
        />
      )}
    </div>
  );
}

/** Beside an open lead there is room for the narrow columns; whose a lead is, is told only where it may be another's. */
const shown = (isOpen: boolean, isOfMany: boolean) =>
  columns.filter(({ title, wide }) => (title !== "Client" || isOfMany) && (!isOpen || wide !== true));

const columns: readonly Column<Schemas["ListedLead"]>[] = [
  {
    title: "Name",
    cell: (lead) => (
      <Link
        from="/leads"
        to="/leads"
        search={(before) => ({ ...before, open: lead.id })}
        className="hover:underline"
      >
        {personName(lead)}
      </Link>
    ),
  },
  {
    title: "Contact",
    cell: (lead) => <span className="text-soft break-all">{personContact(lead) ?? "–"}</span>,
  },
  { title: "Project", cell: ({ project }) => project ?? <span className="text-soft">–</span>, wide: true },
  {
    title: "Stage",
    cell: ({ status, is_test }) => (
      <span className="flex items-center gap-2">
        {status}
        {is_test ? <Badge look="calm">Test</Badge> : null}
      </span>
    ),
  },
  {
    title: "Delivery",
    cell: ({ stands, last_sent_at }) => {
      const { label, look } =
        stands === null
          ? leadStands[last_sent_at === null ? "undelivered" : "delivered"]
          : leadStands[stands];
      return <Badge look={look}>{label}</Badge>;
    },
  },
  {
    title: "Client",
    cell: ({ client_name }) => <span className="text-soft">{client_name ?? "–"}</span>,
    wide: true,
  },
  { title: "Posts", cell: ({ submission_count }) => submission_count, wide: true },
  { title: "Last seen", cell: ({ last_submitted_at }) => <When at={last_submitted_at} /> },
];

const NoLeads = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <Empty title="No lead is like that">
      <p>
        Take a filter away, or look for somebody with “Where is my lead?”: it also knows who was not stored.
      </p>
    </Empty>
  ) : (
    <Empty title="No lead came in yet">
      <p>The first one stands here as soon as somebody fills in a form that posts to LeadRelay.</p>
    </Empty>
  );
