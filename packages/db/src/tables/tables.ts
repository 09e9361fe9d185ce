import type { AccessKeysTable } from "./access-keys-table.ts";
import type { AgenciesTable } from "./agencies-table.ts";
import type { AllowedIpsTable } from "./allowed-ips-table.ts";
import type { AuditLogTable } from "./audit-log-table.ts";
import type { BlockedIpsTable } from "./blocked-ips-table.ts";
import type { ClientsTable } from "./clients-table.ts";
import type { CommitGuardTable } from "./commit-guard-table.ts";
import type { DeadLettersTable } from "./dead-letters-table.ts";
import type { DeliveriesTable } from "./deliveries-table.ts";
import type { DeliveryAttemptsTable } from "./delivery-attempts-table.ts";
import type { DestinationsTable } from "./destinations-table.ts";
import type { FormsTable } from "./forms-table.ts";
import type { IdRangesTable } from "./id-ranges-table.ts";
import type { IdempotentRequestsTable } from "./idempotent-requests-table.ts";
import type { InvitationsTable } from "./invitations-table.ts";
import type { LeadActivityTable } from "./lead-activity-table.ts";
import type { LeadIdentitiesTable } from "./lead-identities-table.ts";
import type { LeadsTable } from "./leads-table.ts";
import type { MembershipsTable } from "./memberships-table.ts";
import type { RequestNoncesTable } from "./request-nonces-table.ts";
import type { BlockedRow, EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";

/** Every table of the migrations, as Kysely reads them. Rows that only a commit writes are core's own. */
export interface Tables {
  agencies: AgenciesTable;
  clients: ClientsTable;
  forms: FormsTable;
  destinations: DestinationsTable;
  blocked_ips: BlockedIpsTable;
  allowed_ips: AllowedIpsTable;
  leads: LeadsTable;
  lead_identities: LeadIdentitiesTable;
  lead_submissions: SubmissionRow;
  blocked_ip_leads: BlockedRow;
  events: EventRow;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  dead_letters: DeadLettersTable;
  id_ranges: IdRangesTable;
  commit_guard: CommitGuardTable;
  access_keys: AccessKeysTable;
  audit_log: AuditLogTable;
  idempotent_requests: IdempotentRequestsTable;
  invitations: InvitationsTable;
  lead_activity: LeadActivityTable;
  memberships: MembershipsTable;
  request_nonces: RequestNoncesTable;
}
