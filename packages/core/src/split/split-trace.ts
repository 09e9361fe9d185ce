import type { LeadRow } from "../decide/commit-plan.ts";
import type { DestinationTrace } from "../decide/decision-trace.ts";
import { formatTrace } from "../decide/format-trace.ts";
import type { Identity } from "../identity/identity.ts";
import type { SplitSubmission } from "./split-facts.ts";
import { settleSplit } from "./split-identities.ts";

/** Why a submission that was split off is decided as it is: whose it was before, and by what it had been taken for theirs. */
export const splitTrace = (
  submission: SplitSubmission,
  {
    lead,
    newLead,
    identities,
    destinations,
  }: {
    lead: LeadRow;
    newLead: LeadRow;
    identities: readonly Identity[];
    /** null: another submission tells of the lead. */
    destinations: DestinationTrace[] | null;
  },
): string =>
  formatTrace(
    {
      rule: "split",
      elapsed_minutes: null,
      setting: null,
      lead: { id: newLead.id, public_id: newLead.public_id, matched_by: null },
      identities: settleSplit(submission, identities, { from: lead, to: newLead.id, person: lead }),
      passed_over: [
        {
          kind: submission.trace?.lead.matched_by ?? "visitor_id",
          lead: { id: lead.id, public_id: lead.public_id },
          differs: [],
        },
      ],
      ip_rejected: null,
      test: submission.trace?.test ?? null,
      event: destinations === null ? null : "lead.created",
      new_contact: [],
      destinations: destinations ?? [],
      suspicion: submission.trace?.suspicion ?? { score: 0, reasons: [] },
      notes: submission.trace?.notes ?? [],
    },
    submission.public_id,
  );
