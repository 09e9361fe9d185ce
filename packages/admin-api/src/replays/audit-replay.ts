import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import type { Access } from "../access/access.ts";
import { agencyOf } from "../access/agency-of.ts";
import type { AuditEntry } from "../access/audit-entry.ts";

/** What the audit log keeps of a replay, for each client it finds something of. */
export function auditReplay(access: Access, plan: ReplayPlan, action: AuditAction): AuditEntry[] {
  const clientIds = new Set(plan.parts.map(({ client_id }) => client_id));
  const submissions = new Map(plan.parts.map(({ client_id, submission_ids }) => [client_id, submission_ids]));
  return [...clientIds].map((clientId) => ({
    agencyId: agencyOf(access, clientId),
    clientId,
    action,
    subject: { kind: "replay", id: plan.id },
    detail: {
      planned: plan.summary.destinations
        .filter(({ client_id }) => client_id === clientId)
        .reduce((sum, { count }) => sum + count, 0),
      per_second: plan.per_second,
      status: plan.filter.status,
      ...(plan.filter.status === "unsent" ? { submissions: submissions.get(clientId)?.length ?? 0 } : {}),
    },
  }));
}
