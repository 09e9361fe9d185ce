import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { people } from "../texts/people.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table, type Column } from "../ui/table.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import { LinkShown } from "./link-shown.tsx";

type Invitation = Schemas["Invitation"];
const words = people.invitations;

/** Who is invited and has not accepted yet; nothing where there is nobody. */
export function OpenInvitations() {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    "get",
    "/api/invitations",
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  const again = api.useMutation("post", "/api/invitations");
  const revoke = api.useMutation("delete", "/api/invitations/{invitation_id}");
  const open = data?.pages.flatMap(({ items }) => items).filter(({ state }) => state === "open") ?? [];
  const refresh = () => void queryClient.invalidateQueries();
  const takeBack = ({ id, email }: Invitation) =>
    revoke.mutate(
      { params: { path: { invitation_id: id } } },
      {
        onSuccess: () => tellDone(words.revoked(email)),
        onError: (error) => tellFailed(error),
        onSettled: refresh,
      },
    );
  // The link before goes on working unless it is taken back: the new one takes its place.
  const renew = (invitation: Invitation) => {
    const { email, agency_id, role, client_ids } = invitation;
    again.mutate(
      { body: { email, agency_id, role, client_ids } },
      {
        onSuccess: () =>
          revoke.mutate({ params: { path: { invitation_id: invitation.id } } }, { onSettled: refresh }),
        onError: (error) => tellFailed(error),
      },
    );
  };
  const [closed, setClosed] = useState<string | null>(null);
  const made = again.data;
  if (open.length === 0 && made === undefined && !hasNextPage) return null;
  return (
    <section aria-label={words.title} className="grid">
      <h2 className="px-4 pt-5 pb-1 text-sm font-semibold">{words.title}</h2>
      <Table
        label={words.title}
        columns={[
          ...columns,
          {
            title: "",
            cell: (invitation) => (
              <span className="flex justify-end gap-2">
                <Button disabled={again.isPending} onClick={() => renew(invitation)}>
                  {words.again}
                </Button>
                <Button kind="bad" disabled={revoke.isPending} onClick={() => takeBack(invitation)}>
                  {words.revoke}
                </Button>
              </span>
            ),
          },
        ]}
        items={open}
        keyOf={({ id }) => id}
      />
      {hasNextPage ? (
        <div className="grid place-items-center p-4">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? shared.loadingMore : shared.showMore}
          </Button>
        </div>
      ) : null}
      {made === undefined || closed === made.invitation.id ? null : (
        <Dialog
          isOpen
          onClose={() => setClosed(made.invitation.id)}
          title={people.inviting.made(made.invitation.email)}
        >
          <LinkShown label={people.inviting.link} link={made.link} once={people.inviting.once} />
        </Dialog>
      )}
    </section>
  );
}

const columns: readonly Column<Invitation>[] = [
  { title: words.columns.who, cell: ({ email }) => <span className="break-all">{email}</span> },
  { title: words.columns.role, cell: ({ role }) => <Badge look="calm">{people.roles[role]}</Badge> },
  { title: words.columns.by, cell: ({ invited_by }) => invited_by, wide: true },
  { title: words.columns.until, cell: ({ expires_at }) => <When at={expires_at} />, wide: true },
];
