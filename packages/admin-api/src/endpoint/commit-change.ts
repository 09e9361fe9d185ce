import { countIntoAuditEntries, writeAuditEntries } from "@leadrelay/db/audit-log/write-audit-entries";
import { runBatch } from "@leadrelay/db/run-batch";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import type { Statement } from "@leadrelay/db/statement";
import type { AuditLogTable } from "@leadrelay/db/tables/audit-log-table";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import type { AuditEntry } from "../access/audit-entry.ts";
import type { Change } from "./change.ts";
import { Overtaken } from "./overtaken.ts";

/**
 * Writes a change, its audit entries and what its Idempotency-Key is answered with: together or not at all, as far as they lie in
 * one database; a lead database of its own goes first, its writes are repeatable. Throws `Overtaken` when a guard of the change failed,
 * and the 409 of a constraint the change expects.
 */
export async function commitChange(
  change: Change<unknown>,
  {
    access,
    requestId,
    isVersioned = false,
    dependencies,
    remember,
  }: {
    access: Access;
    requestId: string;
    /** The caller named the version it changes. */
    isVersioned?: boolean;
    dependencies: AdminDependencies;
    remember: readonly Statement<unknown>[];
  },
): Promise<void> {
  const entries = change.audit.map((entry) => auditRow(entry, access, requestId, dependencies));
  const control = [
    ...remember,
    ...(change.control ?? []),
    ...writeAuditEntries(
      access.scope,
      entries.filter((entry) => !isOfExport(entry)),
    ),
    ...countIntoAuditEntries(access.scope, entries.filter(isOfExport)),
  ];
  try {
    await commitBoth(change.lead, control, dependencies);
  } catch (error) {
    if (classifyStorageError(error) !== "conflict") throw error;
    const known = Object.entries(change.conflicts ?? {}).find(([name]) => String(error).includes(name));
    if (known !== undefined) throw apiProblem("conflict", known[1]);
    if (!/commit_guard|unchanged/.test(String(error))) throw error;
    throw new Overtaken(isVersioned);
  }
}

const isOfExport = (entry: AuditLogTable): entry is AuditLogTable & { subject_kind: "export" } =>
  entry.subject_kind === "export";

/** A lead database of its own goes first: what is remembered and written down is then never of a change that failed. */
async function commitBoth(
  lead: Change<unknown>["lead"],
  control: readonly Statement<unknown>[],
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<void> {
  const d1 = lead === undefined ? dependencies.control : dependencies.leadDatabase(lead.database);
  const statements = lead?.statements ?? [];
  if (d1 === dependencies.control) {
    await runBatch(d1, [...statements, ...control]);
    return;
  }
  await runBatch(d1, statements);
  await runBatch(dependencies.control, control);
}

function auditRow(
  entry: AuditEntry,
  { actor }: Access,
  requestId: string,
  { newId, now }: AdminDependencies,
): AuditLogTable {
  const by = entry.actor ?? actor;
  if (by.kind === "nobody") throw new Error(`${entry.action} has nobody who did it`);
  return {
    id: newId(),
    agency_id: entry.agencyId,
    client_id: entry.clientId,
    actor_kind: by.kind,
    actor_id: by.id,
    actor_name: by.name,
    action: entry.action,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    detail_json: JSON.stringify(entry.detail ?? {}),
    request_id: requestId,
    created_at: now(),
    is_read: entry.isRead === true ? 1 : 0,
  };
}
