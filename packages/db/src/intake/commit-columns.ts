import type {
  AttemptRow,
  BlockedRow,
  CommitPlan,
  DeliveryRow,
  EventRow,
  SubmissionRow,
} from "@leadrelay/core/decide/commit-plan";
import type { StoredAttempt } from "../tables/stored-attempt.ts";
import { allColumns } from "../all-columns.ts";

/** Of the table, in the order in which a commit writes them. */
export const identityColumns = allColumns<CommitPlan["identities"][number]>()([
  "client_id",
  "is_test",
  "kind",
  "value",
  "project_key",
  "lead_id",
]);

/** Of the table, in the order in which a commit writes them. */
export const submissionColumns = allColumns<SubmissionRow>()([
  "lead_id",
  "submission_number",
  "id",
  "public_id",
  "client_id",
  "form_id",
  "outcome",
  "contact_name",
  "contact_email",
  "contact_phone",
  "cta",
  "page_url",
  "attribution_json",
  "payload_json",
  "decision_json",
  "submitted_at",
  "unsent",
  "unsent_payload",
]);

/** Of the table, in the order in which a commit writes them. */
export const blockedColumns = allColumns<BlockedRow>()([
  "client_id",
  "public_id",
  "form_id",
  "ip",
  "matched_cidr",
  "country",
  "referrer",
  "contact_name",
  "contact_email",
  "contact_phone",
  "project",
  "payload_json",
  "submitted_at",
  "request_json",
]);

/** Of the table, in the order in which a commit writes them. */
export const eventColumns = allColumns<EventRow>()([
  "lead_id",
  "id",
  "client_id",
  "type",
  "submission_public_id",
  "payload_json",
  "created_at",
]);

/** Of the table, in the order in which a commit writes them. */
export const deliveryColumns = allColumns<DeliveryRow>()([
  "lead_id",
  "event_id",
  "destination_id",
  "public_id",
  "client_id",
  "status",
  "attempts",
  "max_attempts",
  "next_attempt_at",
  "lease_until",
  "settled_at",
  "created_at",
  "last_status_code",
  "last_error",
  "dead_letter_id",
  "form_id",
  "submitted_at",
  "route_id",
  "is_notice",
  "held_source",
  "confirm_by",
]);

/** Of the table, in the order in which a commit writes them. */
export const attemptColumns = allColumns<StoredAttempt<AttemptRow>>()([
  "lead_id",
  "event_id",
  "destination_id",
  "number",
  "client_id",
  "outcome",
  "told_outcome",
  "status_code",
  "error",
  "started_at",
  "duration_ms",
]);
