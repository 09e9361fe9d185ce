import { api } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { addressesTexts } from "../texts/addresses.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table } from "../ui/table.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";

const { columns } = addressesTexts;

/** The networks that a client takes nothing from; one that is removed can be put back at once. */
export function BlockedList({ clientId, mayChange }: { clientId: string; mayChange: boolean }) {
  const path = { client_id: clientId };
  const pages = api.useInfiniteQuery(
    "get",
    "/api/clients/{client_id}/blocked-ips",
    { params: { path, query: { limit: 50 } } },
    byCursor,
  );
  const unblock = api.useMutation("delete", "/api/clients/{client_id}/blocked-ips/{cidr}");
  const block = api.useMutation("post", "/api/clients/{client_id}/blocked-ips");
  const onSettled = () => void queryClient.invalidateQueries();
  const remove = (cidr: string) =>
    unblock.mutate(
      { params: { path: { ...path, cidr } } },
      {
        onSuccess: ({ reason, expires_at }) =>
          tellDone(addressesTexts.unblocked(cidr), {
            undo: () =>
              void lasting(block.mutateAsync({ params: { path }, body: { cidr, reason, expires_at } }), {
                onFailed: tellFailed,
              }),
          }),
        onError: (error) => tellFailed(error),
        onSettled,
      },
    );
  return (
    <PagedList
      pages={pages}
      empty={
        <Empty title={addressesTexts.emptyBlocked.title}>
          <p>{addressesTexts.emptyBlocked.why}</p>
        </Empty>
      }
    >
      {(items) => (
        <Table
          label={addressesTexts.blocked}
          columns={[
            { title: columns.network, cell: ({ cidr }) => <code className="text-xs">{cidr}</code> },
            {
              title: columns.why,
              cell: ({ reason }) => <span className="text-soft">{reason}</span>,
              long: true,
            },
            { title: columns.since, cell: ({ blocked_at }) => <When at={blocked_at} />, wide: true },
            {
              title: columns.until,
              cell: ({ expires_at }) =>
                expires_at === null ? addressesTexts.forever : <When at={expires_at} />,
            },
            {
              title: "",
              cell: ({ cidr }) =>
                mayChange ? (
                  <span className="flex justify-end">
                    <Button aria-label={`${addressesTexts.remove} ${cidr}`} onClick={() => remove(cidr)}>
                      {addressesTexts.remove}
                    </Button>
                  </span>
                ) : null,
            },
          ]}
          items={items.map((item) => ({ ...item, id: item.cidr }))}
          keyOf={({ cidr }) => cidr}
        />
      )}
    </PagedList>
  );
}
