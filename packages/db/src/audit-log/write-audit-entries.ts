import { allColumns } from "../all-columns.ts";
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
