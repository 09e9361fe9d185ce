import type { DeliveryStatus, AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";

/** 0 or 1 in SQLite; only row mappers turn it into a boolean. */
export type Flag = 0 | 1;

export interface AgenciesTable {
  id: string;
  name: string;
  is_installation: Flag;
  created_at: number;
  deleted_at: number | null;
}

export interface ClientsTable {
  id: string;
  agency_id: string;
  name: string;
  database_binding: string;
  test_strings_json: string;
  suspicion_weights_json: string;
  direct_config_stale: Flag;
  created_at: number;
  deleted_at: number | null;
}

export interface FormsTable {
  id: string;
  client_id: string;
  form_key: string;
  name: string;
  allowed_hosts_json: string;
  thank_you_url: string | null;
  redirect_status: number;
  bot_detection: Flag | null;
  field_mapping_json: string;
  default_region: string | null;
  duplicate_window_minutes: number | null;
  reengage_hours: number | null;
  reengage_basis: "last_submission" | "last_send";
  snapshot_stale: Flag;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface DestinationsTable {
  id: string;
  client_id: string;
  name: string;
  kind: string;
  sealed_settings: string;
  enabled: Flag;
  disabled_reason: string | null;
  takes_test: Flag;
  environments_json: string;
  event_types_json: string;
  retry_schedule: string | null;
  timeout_ms: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface BlockedIpsTable {
  client_id: string;
  cidr: string;
  reason: string | null;
  country: string | null;
  referrer: string | null;
  blocked_at: number;
  expires_at: number | null;
}

export interface AllowedIpsTable {
  client_id: string;
  cidr: string;
  usage: "testing" | "internal";
  note: string | null;
  created_at: number;
  expires_at: number | null;
}

export interface LeadsTable {
  id: number;
  public_id: string;
  client_id: string;
  form_id: string;
  project: string | null;
  project_key: string;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  visitor_id: string | null;
  user_agent: string | null;
  status: string;
  submission_count: number;
  suspicion_score: number;
  first_submitted_at: number;
  last_submitted_at: number;
  last_sent_at: number | null;
  crm_lead_id: string | null;
  is_test: Flag;
}

export interface LeadIdentitiesTable {
  client_id: string;
  is_test: Flag;
  kind: "visitor_id" | "email" | "phone" | "ip";
  value: string;
  project_key: string;
  lead_id: number;
}

export interface LeadSubmissionsTable {
  lead_id: number;
  submission_number: number;
  id: number;
  public_id: string;
  client_id: string;
  form_id: string;
  outcome: SubmissionOutcome;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  cta: string | null;
  page_url: string | null;
  payload_json: string;
  decision_json: string;
  submitted_at: number;
}

export interface BlockedIpLeadsTable {
  client_id: string;
  public_id: string;
  form_id: string;
  ip: string;
  matched_cidr: string;
  country: string | null;
  referrer: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  project: string | null;
  payload_json: string;
  submitted_at: number;
}

export interface EventsTable {
  lead_id: number;
  id: string;
  client_id: string;
  type: EventType;
  submission_public_id: string;
  payload_json: string;
  created_at: number;
}

export interface DeliveriesTable {
  lead_id: number;
  event_id: string;
  destination_id: string;
  public_id: string;
  client_id: string;
  status: DeliveryStatus;
  attempts: number;
  max_attempts: number;
  schedule_from: number;
  next_attempt_at: number | null;
  lease_until: number | null;
  settled_at: number | null;
  created_at: number;
  last_status_code: number | null;
  last_error: string | null;
  dead_letter_id: string | null;
}

export interface DeliveryAttemptsTable {
  lead_id: number;
  event_id: string;
  destination_id: string;
  number: number;
  client_id: string;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number | null;
}

export interface DeadLettersTable {
  id: string;
  client_id: string | null;
  kind: DeadLetterKind;
  cause: string;
  state: DeadLetterState;
  submission_id: string | null;
  lead_id: number | null;
  event_id: string | null;
  destination_id: string | null;
  payload_json: string | null;
  attempts: number;
  last_status_code: number | null;
  last_error: string | null;
  first_failed_at: number;
  last_failed_at: number;
  settled_by: string | null;
  settled_at: number | null;
  settle_reason: string | null;
  created_at: number;
}

export interface IdRangesTable {
  name: "leads" | "lead_submissions";
  next: number;
}

export interface CommitGuardTable {
  unchanged: Flag;
}

/** Every table of the migrations, as Kysely reads them. */
export interface Tables {
  agencies: AgenciesTable;
  clients: ClientsTable;
  forms: FormsTable;
  destinations: DestinationsTable;
  blocked_ips: BlockedIpsTable;
  allowed_ips: AllowedIpsTable;
  leads: LeadsTable;
  lead_identities: LeadIdentitiesTable;
  lead_submissions: LeadSubmissionsTable;
  blocked_ip_leads: BlockedIpLeadsTable;
  events: EventsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  dead_letters: DeadLettersTable;
  id_ranges: IdRangesTable;
  commit_guard: CommitGuardTable;
}
