import { api } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { addressesTexts } from "../texts/addresses.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/notices.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Table } from "../ui/table.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";

const { columns } = addressesTexts;

/** The client's own networks; one that is removed can be put back at once. */
export function AllowedList({ clientId, mayChange }: { clientId: string; mayChange: boolean }) {
  const path = { client_id: clientId };
  const pages = api.useInfiniteQuery(
    "get",
    "/api/clients/{client_id}/allowed-ips",
    { params: { path, query: { limit: 50 } } },
    byCursor,
  );
  const disallow = api.useMutation("delete", "/api/clients/{client_id}/allowed-ips/{cidr}");
  const allow = api.useMutation("post", "/api/clients/{client_id}/allowed-ips");
  const onSettled = () => void queryClient.invalidateQueries();
  const remove = (cidr: string) =>
    disallow.mutate(
      { params: { path: { ...path, cidr } } },
      {
        onSuccess: ({ usage, note, expires_at }) =>
          tellDone(addressesTexts.disallowed(cidr), {
            undo: () =>
              void lasting(allow.mutateAsync({ params: { path }, body: { cidr, usage, note, expires_at } }), {
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
        <Empty title={addressesTexts.emptyAllowed.title}>
          <p>{addressesTexts.emptyAllowed.why}</p>
        </Empty>
      }
    >
      {(items) => (
        <Table
          label={addressesTexts.allowed}
          columns={[
            { title: columns.network, cell: ({ cidr }) => <code className="text-xs">{cidr}</code> },
            {
              title: columns.usage,
              cell: ({ usage }) => (
                <Badge look={usage === "testing" ? "busy" : "calm"}>{addressesTexts.usages[usage]}</Badge>
              ),
            },
            {
              title: columns.why,
              cell: ({ note }) => <span className="text-soft">{note}</span>,
              wide: true,
              long: true,
            },
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
