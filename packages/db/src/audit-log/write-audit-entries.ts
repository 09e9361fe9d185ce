import { allColumns } from "../all-columns.ts";
import { sql } from "kysely";
import { insertRows } from "../json-rows.ts";
import type { Scope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import type { AuditLogTable } from "../tables/audit-log-table.ts";

const columns = allColumns<AuditLogTable>()([
  "id",
  "agency_id",
  "client_id",
  "actor_kind",
  "actor_id",
  "actor_name",
  "action",
  "subject_kind",
  "subject_id",
  "detail_json",
  "request_id",
  "created_at",
  "is_read",
]);

/** Appends to the audit log; put it in the batch of the change it tells of. */
export const writeAuditEntries = (_scope: Scope, entries: readonly AuditLogTable[]): Statement<number>[] =>
  insertRows("audit_log", columns, entries);

/**
 * Appends entries of which each may be written several times: of one export and client the first is kept, and the `count` of its detail grows by
 * what the others count.
 */
export const countIntoAuditEntries = (
  _scope: Scope,
  entries: readonly (AuditLogTable & { subject_kind: "export" })[],
): Statement<number>[] =>
  insertRows(
    "audit_log",
    columns,
    entries,
    sql`ON CONFLICT (subject_id, client_id) WHERE subject_kind = 'export' DO UPDATE SET
      detail_json = json_set(detail_json, '$.count', (detail_json ->> '$.count') + (excluded.detail_json ->> '$.count'))`,
  );
