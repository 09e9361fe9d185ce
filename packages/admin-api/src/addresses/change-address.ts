import type { AddressList, AddressLists } from "@leadrelay/db/addresses/address-list";
import { findAddress } from "@leadrelay/db/addresses/find-address";
import { removeAddress } from "@leadrelay/db/addresses/remove-address";
import type { ClientDetails } from "@leadrelay/db/clients/clients-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { clientInScope } from "../access/client-in-scope.ts";
import { valuesBefore } from "../access/values-before.ts";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Change } from "../endpoint/change.ts";
import { notFound } from "../problems/api-problem.ts";

interface Asked<List extends AddressList> {
  list: List;
  /** As the audit log names an entry: `blocked_ip`. */
  kind: "blocked_ip" | "allowed_ip";
  clientId: string;
  cidr: string;
  scope: OperatorScope;
  dependencies: AdminDependencies;
  /** An entry as its caller may see it. */
  shown: (entry: AddressLists[List], masked: boolean) => AddressLists[List];
}

/** Adds an entry, or replaces the one there is for the same network: `write` is given that one. */
export async function putAddress<List extends AddressList>(
  asked: Asked<List>,
  write: (before: AddressLists[List] | undefined) => {
    entry: AddressLists[List];
    statements: readonly Statement<number>[];
    detail: Record<string, unknown>;
  },
): Promise<Change<AddressLists[List] & { replaced: AddressLists[List] | null }>> {
  const { client, before } = await readAddress(asked);
  const { entry, statements, detail } = write(before);
  return {
    control: statements,
    audit: [
      before === undefined
        ? auditOf(asked, client, "added", detail)
        : auditOf(asked, client, "replaced", { ...detail, ...valuesBefore({ ...before }, detail) }),
    ],
    answer: {
      body: {
        ...shownTo(asked, entry),
        replaced: before === undefined ? null : shownTo(asked, before),
      },
      status: before === undefined ? 201 : 200,
    },
    publish: { changed: { formIds: [], clientId: client.id } },
  };
}

/** Removes an entry. Throws the 404 of one that is not there. */
export async function takeOffList<List extends AddressList>(
  asked: Asked<List>,
): Promise<Change<AddressLists[List]>> {
  const { client, before } = await readAddress(asked);
  if (before === undefined) throw notFound("network");
  return {
    control: removeAddress(asked.scope, asked.list, client.id, asked.cidr),
    audit: [auditOf(asked, client, "removed", { before: { expires_at: before.expires_at } })],
    answer: { body: shownTo(asked, before) },
    publish: { changed: { formIds: [], clientId: client.id } },
  };
}

const shownTo = <List extends AddressList>(
  { shown, scope, clientId }: Asked<List>,
  entry: AddressLists[List],
): AddressLists[List] => shown(entry, clientInScope(scope, clientId).masked);

async function readAddress<List extends AddressList>({
  list,
  clientId,
  cidr,
  scope,
  dependencies,
}: Asked<List>): Promise<{ client: ClientDetails; before: AddressLists[List] | undefined }> {
  const client = await readLiveClient(clientId, scope, dependencies);
  const [before] = await runOne(dependencies.control, findAddress(scope, list, clientId, cidr));
  return { client, before };
}

/** What people wrote of an address stays out of the log: it may be about somebody. */
const auditOf = (
  { kind, cidr }: Pick<Asked<AddressList>, "kind" | "cidr">,
  client: ClientDetails,
  done: "added" | "replaced" | "removed",
  detail: Record<string, unknown>,
) => ({
  agencyId: client.agency_id,
  clientId: client.id,
  action: `${kind}.${done}` as const,
  subject: { kind, id: cidr },
  detail,
});
