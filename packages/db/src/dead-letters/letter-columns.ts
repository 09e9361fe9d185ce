import { allColumns } from "../all-columns.ts";
import type { DeadLettersTable } from "../tables/dead-letters-table.ts";

/** A letter without what it is to be sent again with. */
export type LetterRow = Omit<DeadLettersTable, "payload_json">;

export const letterColumns = allColumns<LetterRow>()([
  "id",
  "client_id",
  "kind",
  "cause",
  "state",
  "submission_id",
  "lead_id",
  "event_id",
  "destination_id",
  "attempts",
  "last_status_code",
  "last_error",
  "first_failed_at",
  "last_failed_at",
  "settled_by",
  "settled_at",
  "settle_reason",
  "created_at",
  "fingerprint",
]);
