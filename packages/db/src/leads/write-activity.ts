import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { LeadActivityTable } from "../tables/lead-activity-table.ts";

/** What a person did on a lead, and who it was. */
export type NewActivity = Pick<
  LeadActivityTable,
  "lead_id" | "id" | "client_id" | "author_kind" | "author_id" | "author_name" | "text" | "created_at"
>;

/** Writes a note on a lead. */
export function insertNote(scope: OperatorScope, note: NewActivity): Statement<number> {
  requireClient(scope, note.client_id);
  return write(
    queries
      .insertInto("lead_activity")
      .values({ ...note, kind: "note", previous: null })
      .compile(),
  );
}

/** A guard: aborts the batch where a lead was moved since it was read. */
export function requireStatus(
  scope: OperatorScope,
  { id, client_id, status }: { id: number; client_id: string; status: string },
): Statement<number> {
  requireClient(scope, client_id);
  return abortUnless(
    sql`EXISTS (SELECT 1 FROM leads WHERE id = ${id} AND client_id = ${client_id} AND status = ${status})`,
  );
}

/** Moves a lead to the stage `text`, and writes down from which; nothing when it is there already. Both in this order, in one batch. */
export function moveLead(scope: OperatorScope, step: NewActivity): Statement<number>[] {
  requireClient(scope, step.client_id);
  const toMove = sql`id = ${step.lead_id} AND client_id = ${step.client_id} AND status <> ${step.text}`;
  return [
    write(
      sql`
        INSERT INTO lead_activity (lead_id, id, client_id, kind, author_kind, author_id, author_name, text, previous, created_at)
        SELECT id, ${step.id}, client_id, 'status', ${step.author_kind}, ${step.author_id}, ${step.author_name},
          ${step.text}, status, ${step.created_at}
        FROM leads WHERE ${toMove}`.compile(queries),
    ),
    write(sql`UPDATE leads SET status = ${step.text} WHERE ${toMove}`.compile(queries)),
  ];
}
