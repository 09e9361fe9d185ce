import type { AccessKeysTable } from "./access-keys-table.ts";
import type { AgenciesTable } from "./agencies-table.ts";
import type { AllowedIpsTable } from "./allowed-ips-table.ts";
import type { AuditLogTable } from "./audit-log-table.ts";
import type { BlockedIpsTable } from "./blocked-ips-table.ts";
import type { ClientsTable } from "./clients-table.ts";
import type { CommitGuardTable } from "./commit-guard-table.ts";
import type { DeadLetterGroupsTable } from "./dead-letter-groups-table.ts";
import type { DeadLettersTable } from "./dead-letters-table.ts";
import type { DeliveriesTable } from "./deliveries-table.ts";
import type { DeliveryAttemptsTable } from "./delivery-attempts-table.ts";
import type { DestinationPaceTable } from "./destination-pace-table.ts";
import type { DestinationsTable } from "./destinations-table.ts";
import type { FormsTable } from "./forms-table.ts";
import type { IdRangesTable } from "./id-ranges-table.ts";
import type { IdempotentRequestsTable } from "./idempotent-requests-table.ts";
import type { InvitationsTable } from "./invitations-table.ts";
import type { LeadActivityTable } from "./lead-activity-table.ts";
import type { LeadIdentitiesTable } from "./lead-identities-table.ts";
import type { LeadNameWordsTable } from "./lead-name-words-table.ts";
import type { LeadsTable } from "./leads-table.ts";
import type { MembershipsTable } from "./memberships-table.ts";
import type { OpenLetterCountsTable } from "./open-letter-counts-table.ts";
import type { ReplayPlansTable } from "./replay-plans-table.ts";
import type { ReplayProgressTable } from "./replay-progress-table.ts";
import type { PasswordResetsTable } from "./password-resets-table.ts";
import type { RequestNoncesTable } from "./request-nonces-table.ts";
import type { BlockedRow, EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import type { OperatorAccountsTable } from "./operator-accounts-table.ts";
import type { OperatorSessionsTable } from "./operator-sessions-table.ts";
import type { OperatorsTable } from "./operators-table.ts";
import type { RateLimitsTable } from "./rate-limits-table.ts";
import type { SweepRunsTable } from "./sweep-runs-table.ts";

/**
 * Every table of the migrations but the two that better-auth alone reads and writes (`operator_two_factors`, `operator_verifications`), as
 * Kysely reads them. Rows that only a commit writes are core's own.
 */
export interface Tables {
  agencies: AgenciesTable;
  clients: ClientsTable;
  operators: OperatorsTable;
  operator_accounts: OperatorAccountsTable;
  operator_sessions: OperatorSessionsTable;
  rate_limits: RateLimitsTable;
  forms: FormsTable;
  destinations: DestinationsTable;
  blocked_ips: BlockedIpsTable;
  allowed_ips: AllowedIpsTable;
  leads: LeadsTable;
  lead_identities: LeadIdentitiesTable;
  lead_name_words: LeadNameWordsTable;
  lead_submissions: SubmissionRow;
  blocked_ip_leads: BlockedRow;
  events: EventRow;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  dead_letters: DeadLettersTable;
  dead_letter_groups: DeadLetterGroupsTable;
  open_letter_counts: OpenLetterCountsTable;
  submission_counters: SubmissionCount;
  delivery_counters: DeliveryCount;
  replay_plans: ReplayPlansTable;
  replay_progress: ReplayProgressTable;
  destination_pace: DestinationPaceTable;
  id_ranges: IdRangesTable;
  commit_guard: CommitGuardTable;
  access_keys: AccessKeysTable;
  audit_log: AuditLogTable;
  idempotent_requests: IdempotentRequestsTable;
  invitations: InvitationsTable;
  lead_activity: LeadActivityTable;
  memberships: MembershipsTable;
  password_resets: PasswordResetsTable;
  request_nonces: RequestNoncesTable;
  sweep_runs: SweepRunsTable;
}
