import { sql } from "kysely";
import type { QuarantinedSubmissionsTable } from "../tables/quarantined-submissions-table.ts";

/** A quarantined submission as lists show it. */
export type QuarantinedSubmission = Omit<QuarantinedSubmissionsTable, "payload_json" | "message_json">;

/** The same with all that was posted. */
export type WholeQuarantined = Omit<QuarantinedSubmissionsTable, "message_json">;

/** SQL: what lists show of the quarantined submission `q`. */
export const listedColumns = sql.raw(
  [
    "client_id",
    "public_id",
    "form_id",
    "contact_name",
    "contact_email",
    "contact_phone",
    "project",
    "submitted_at",
    "expires_at",
    "released_at",
    "released_by",
  ]
    .map((column) => `q.${column}`)
    .join(", "),
);
