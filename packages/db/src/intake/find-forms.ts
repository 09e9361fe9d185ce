import type { FormFacts } from "@leadrelay/core/decide/facts";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { FormsTable } from "../tables/forms-table.ts";

/** A form as a message names it, for messages whose edge could not ask KV. */
export interface ResolvedForm {
  form_key: string;
  form_id: string;
  client_id: string;
  database: string;
  /** The form's own, or its client's; ISO 3166. */
  default_region: string | null;
}

/** A form by its key, and when it was deleted, ms; null: it takes posts. */
export type KeyedForm = ResolvedForm & { deleted_at: number | null };

/** Forms by their public key, deleted ones too. Unknown keys are absent. */
export const resolveForms = (_scope: PipelineScope, formKeys: readonly string[]): Statement<KeyedForm[]> =>
  rowsOf(
    sql<KeyedForm>`
      SELECT f.form_key, f.id AS form_id, f.client_id, c.database_binding AS database,
        coalesce(f.default_region, c.phone_country) AS default_region, f.deleted_at
      FROM json_each(${JSON.stringify(formKeys)}) AS j
      CROSS JOIN forms AS f ON f.form_key = j.value
      CROSS JOIN clients AS c ON c.id = f.client_id`.compile(queries),
    (row) => row,
  );

/** The same by id, for messages that are put together anew. */
export const messageForms = (_scope: PipelineScope, formIds: readonly string[]): Statement<ResolvedForm[]> =>
  rowsOf(
    sql<ResolvedForm>`
      SELECT f.form_key, f.id AS form_id, f.client_id, c.database_binding AS database,
        coalesce(f.default_region, c.phone_country) AS default_region
      FROM json_each(${JSON.stringify(formIds)}) AS j
      CROSS JOIN forms AS f ON f.id = j.value
      CROSS JOIN clients AS c ON c.id = f.client_id`.compile(queries),
    (row) => row,
  );

type FormRow = Pick<
  FormsTable,
  | "id"
  | "client_id"
  | "form_key"
  | "duplicate_window_minutes"
  | "reengage_hours"
  | "reengage_basis"
  | "identity_guard"
  | "tracker_seen_at"
>;

/** The policies of forms by id, deleted ones too. */
export const formFacts = (_scope: PipelineScope, formIds: readonly string[]): Statement<FormFacts[]> =>
  rowsOf(
    sql<FormRow>`
      SELECT f.id, f.client_id, f.form_key, f.duplicate_window_minutes, f.reengage_hours, f.reengage_basis,
        f.identity_guard, f.tracker_seen_at
      FROM json_each(${JSON.stringify(formIds)}) AS j CROSS JOIN forms AS f ON f.id = j.value`.compile(
      queries,
    ),
    (row) => ({ ...row, identity_guard: row.identity_guard === null ? null : row.identity_guard === 1 }),
  );
