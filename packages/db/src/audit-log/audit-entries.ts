import { firstIdAt } from "@leadrelay/core/ids/first-id-at";
import { sql } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import { requireClient } from "../scope/require-client.ts";
import { requirePart } from "../scope/require-part.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import type { AuditLogTable } from "../tables/audit-log-table.ts";
import type { Flag } from "../tables/flag.ts";

/** An entry of the audit log; `matches`: the filter wants it. */
export interface ListedEntry extends Omit<AuditLogTable, "is_read"> {
  matches: Flag;
}

/** Times in ms, `since` included, `until` not. */
export interface AuditFilter {
  actorId?: string | undefined;
  /** Whole, or its beginning up to a dot: `form` finds `form.changed`. */
  action?: string | undefined;
  since?: number | undefined;
  until?: number | undefined;
  /** Changes alone, or readings of contact details alone. */
  kind?: AuditKind | undefined;
}

export const auditKinds = ["changes", "reads"] as const;
type AuditKind = (typeof auditKinds)[number];

/** A place in the log: an entry's id, which is its time too. */
export type AuditPlace = readonly [string];

/** Entries of each of these clients, newest first. */
export function auditOfClients(
  scope: OperatorScope,
  clientIds: readonly string[],
  filter: AuditFilter,
  part: PartOfList<AuditPlace>,
): Statement<ListedEntry[][]> {
  for (const id of clientIds) requireClient(scope, id);
  return listOfEach(clientIds, entries(sql`client_id = wanted.value`, filter, part));
}

/** Entries of each of these agencies and all its clients, newest first; null: those that are nobody's, the installation's own. */
export function auditOfAgencies(
  scope: OperatorScope,
  agencyIds: readonly (string | null)[],
  filter: AuditFilter,
  part: PartOfList<AuditPlace>,
): Statement<ListedEntry[][]> {
  for (const id of agencyIds)
    if (id === null) requirePart(scope, null);
    else requireAgency(scope, id);
  return listOfEach(agencyIds, entries(sql`agency_id IS wanted.value`, filter, part));
}

/** An entry's id is made a moment before or after its time is read. */
const slackMs = 10_000;

function entries(
  owner: ReturnType<typeof sql>,
  filter: AuditFilter,
  { after, perList }: PartOfList<AuditPlace>,
) {
  const { actorId, action, since = 0, until, kind } = filter;
  const before = after?.[0] ?? (until === undefined ? "g" : firstIdAt(until + slackMs));
  const conditions = [
    [sql`created_at >= ${since}`],
    until === undefined ? [] : [sql`created_at < ${until}`],
    kind === "reads" ? [sql`is_read = 1`] : [],
    actorId === undefined ? [] : [sql`actor_id = ${actorId}`],
    action === undefined
      ? []
      : [sql`(action = ${action} OR substr(action, 1, ${action.length + 1}) = ${`${action}.`})`],
  ].flat();
  return sql<{ item: string }>`
    SELECT json_object('id', id, 'agency_id', agency_id, 'client_id', client_id, 'actor_kind', actor_kind, 'actor_id', actor_id,
      'actor_name', actor_name, 'action', action, 'subject_kind', subject_kind, 'subject_id', subject_id,
      'detail_json', detail_json, 'request_id', request_id, 'created_at', created_at,
      'matches', ${sql.join(conditions, sql` AND `)}) AS item
    FROM audit_log WHERE ${owner} ${kind === "changes" ? sql`AND is_read = 0` : sql``} AND id >= ${firstIdAt(since - slackMs)} AND id < ${before} ORDER BY id DESC LIMIT ${perList}`;
}
