import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { usePageActions } from "../shell/page-actions.ts";
import { useClient } from "../shell/use-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { useMay } from "../shell/use-may.ts";
import { useYou } from "../shell/use-you.ts";
import { people } from "../texts/people.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { byPerson, type PersonInRole } from "./by-person.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { OpenInvitations } from "./open-invitations.tsx";
import { PersonPanel } from "./person-panel.tsx";

const route = getRouteApi("/frame/operators");

/** Who may see what: the people of an agency and of its clients, and who is invited. */
export function PeoplePage() {
  const { open } = route.useSearch();
  const client = useClient();
  const you = useYou();
  const navigate = useNavigate();
  const { nameOf } = useClients();
  const [isInviting, setIsInviting] = useState(false);
  const query = { limit: 50, ...(client === undefined ? {} : { client_id: client }) };
  const pages = api.useInfiniteQuery("get", "/api/operators", { params: { query } }, byCursor);
  const persons = byPerson(pages.data?.pages.flatMap(({ items }) => items) ?? []);
  const shown = persons.find(({ id }) => id === open);
  const mayInvite = useMay("operators:manage");
  usePageActions(mayInvite ? [{ title: people.invite, run: () => setIsInviting(true), key: "i" }] : []);
  const columns: readonly Column<PersonInRole>[] = [
    {
      title: people.columns.who,
      cell: ({ id, name, email, operatorId }) => (
        <span className="grid">
          <Link
            from="/operators"
            to="/operators"
            search={(before) => ({ ...before, open: id })}
            className="hover:underline"
          >
            {name === "" ? email : name}
            {operatorId === you.id ? <span className="text-soft"> · {people.you}</span> : null}
          </Link>
          {name === "" ? null : <span className="text-soft text-xs font-normal break-all">{email}</span>}
        </span>
      ),
    },
    {
      title: people.columns.role,
      cell: ({ role }) => (
        <Badge look={role === "agency_owner" ? "busy" : "calm"}>{people.roles[role]}</Badge>
      ),
    },
    {
      title: people.columns.clients,
      cell: ({ clientIds }) => (
        <span className="text-soft line-clamp-1">
          {clientIds.length === 0 ? people.allClients : clientIds.map((id) => nameOf(id) ?? id).join(", ")}
        </span>
      ),
      wide: true,
      long: true,
    },
    { title: people.columns.since, cell: ({ since }) => <When at={since} />, wide: true },
  ];
  return (
    <div className="flex min-h-full">
      <div className={`min-w-0 flex-1 ${shown === undefined ? "" : "max-lg:hidden"}`}>
        <Page
          title={people.title}
          actions={
            mayInvite ? (
              <Button kind="main" onClick={() => setIsInviting(true)}>
                {people.invite}
              </Button>
            ) : null
          }
        >
          <PagedList pages={pages} empty={<Nobody />}>
            {() => (
              <Table
                label={people.list}
                columns={shown === undefined ? columns : columns.filter(({ wide }) => wide !== true)}
                items={persons}
                keyOf={({ id }) => id}
                isOpen={({ id }) => id === open}
              />
            )}
          </PagedList>
          {mayInvite ? <OpenInvitations /> : null}
        </Page>
      </div>
      {shown === undefined ? null : (
        <PersonPanel
          key={shown.id}
          person={shown}
          onClose={() =>
            void navigate({
              from: "/operators",
              to: "/operators",
              search: (before) => ({ ...before, open: undefined }),
            })
          }
        />
      )}
      {isInviting ? <InviteDialog onClose={() => setIsInviting(false)} /> : null}
    </div>
  );
}

const Nobody = () => (
  <Empty title={people.empty.title}>
    <p>{people.empty.why}</p>
  </Empty>
);
