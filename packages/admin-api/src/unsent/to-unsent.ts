import type { z } from "@hono/zod-openapi";
import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import type { DecisionTrace } from "@leadrelay/core/decide/decision-trace";
import { explainUnsent } from "@leadrelay/core/explain/explain-unsent";
import { contactOf } from "@leadrelay/core/masking/mask-contact";
import { maskIp } from "@leadrelay/core/masking/mask-ip";
import type { QuarantinedSubmission } from "@leadrelay/db/quarantine/quarantined-submission";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import type { BlockedIpLeadsTable } from "@leadrelay/db/tables/blocked-ip-leads-table";
import { readTrace } from "../submissions/to-submission.ts";
import type { unsentSchema } from "./unsent-schema.ts";

/** Something of which nothing was sent, wherever it is kept. */
export type Unsent =
  | { kind: "stored"; rule: UnsentRule; row: ListedSubmission & { lead_public_id: string | null } }
  | { kind: "blocked"; rule: UnsentRule; row: BlockedIpLeadsTable; leadId?: string | null }
  /** `leadId`: it was let through, and is stored as this lead's since. */
  | { kind: "quarantined"; rule: UnsentRule; row: QuarantinedSubmission; leadId?: string | null };

/** Where it stands among all of them, newest first. */
export const unsentKeyOf = ({ row }: Unsent) => [row.submitted_at, row.public_id] as const;

/** As whoever asks may see it: the one place where such a row becomes an answer. */
export function toUnsent(unsent: Unsent, masked: boolean): z.input<typeof unsentSchema> {
  const { rule, row } = unsent;
  return {
    id: row.public_id,
    rule,
    explanation: explainUnsent({ rule, trace: traceOf(unsent, masked), cidr: cidrOf(unsent, masked) }),
    client_id: row.client_id,
    form_id: row.form_id,
    lead_id: unsent.kind === "stored" ? unsent.row.lead_public_id : (unsent.leadId ?? null),
    ...contactOf(row, masked),
    masked,
    submitted_at: row.submitted_at,
  };
}

/** By which it was decided; null where there was nothing to decide. */
export const traceOf = (unsent: Unsent, masked: boolean): DecisionTrace | null =>
  unsent.kind === "stored" ? readTrace(unsent.row, masked) : null;

function cidrOf(unsent: Unsent, masked: boolean): string | null {
  if (unsent.kind !== "blocked") return null;
  const { matched_cidr } = unsent.row;
  return masked ? maskIp(matched_cidr) : matched_cidr;
}
