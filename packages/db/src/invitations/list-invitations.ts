import { sql } from "kysely";
import { clientLists, isOfThese } from "../lists/client-lists.ts";
import { jsonValues } from "../lists/json-values.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import type { OperatorScope } from "../scope.ts";
import { requireAgency } from "../scope/require-agency.ts";
import { requireClients } from "../scope/require-client.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import {
  invitationColumns,
  isWithin,
  toInvitation,
  type Invitation,
  type InvitationRow,
} from "./invitations.ts";

type Part = PartOfList<readonly [id: string]>;

/** Ids of these agencies' invitations, the settled too, newest first. */
export function invitationsOfAgencies(
  scope: OperatorScope,
  agencyIds: readonly string[],
  { after, perList }: Part,
): Statement<string[][]> {
  for (const id of agencyIds) requireAgency(scope, id);
  return listOfEach<string>(
    agencyIds,
    sql`
      SELECT json_quote(id) AS item FROM invitations
      WHERE agency_id = wanted.value AND id < ${after?.[0] ?? behindEveryId} ORDER BY id DESC LIMIT ${perList}`,
  );
}

/** As the index `invitations_listed` has it, word for word. */
const listOf = sql`(iif(json_array_length(client_ids_json) > 1, 'several:', '') || coalesce(client_ids_json ->> '$[0]', ''))`;

/** Ids of invitations to nothing but these clients, newest first: a list for each of `clientLists`. */
export function invitationsOfClients(
  scope: OperatorScope,
  clientIds: readonly string[],
  { after, perList }: Part,
): Statement<string[][]> {
  requireClients(scope, clientIds);
  const isMine = isOfThese(
    clientIds,
    (mine) =>
      sql`EXISTS (SELECT 1 FROM json_each(client_ids_json) AS place WHERE place.value NOT IN ${mine})`,
  );
  return listOfEach<string>(
    clientLists(clientIds),
    sql`
      SELECT json_quote(id) AS item FROM invitations
      WHERE ${listOf} = wanted.value AND id < ${after?.[0] ?? behindEveryId} AND ${isMine}
      ORDER BY id DESC LIMIT ${perList}`,
  );
}

const behindEveryId = "\u{10FFFF}";

/** Invitations the scope may see, by their ids, newest first. */
export const invitationsByIds = (scope: OperatorScope, ids: readonly string[]): Statement<Invitation[]> =>
  mapResult(
    rowsOf(
      sql<InvitationRow>`
        SELECT ${invitationColumns}, a.name AS agency_name FROM ${jsonValues(ids)} AS wanted
        CROSS JOIN invitations AS i ON i.id = wanted.value CROSS JOIN agencies AS a ON a.id = i.agency_id`.compile(
        queries,
      ),
      toInvitation,
    ),
    (found) =>
      found.filter((invitation) => isWithin(scope, invitation)).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
  );
