import type { Environment } from "@leadrelay/contracts/environment";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { engagementOf } from "../engagement/engagement-of.ts";
import { activeSession } from "../sessions/active-session.ts";
import { readWeights } from "../suspicion/weights.ts";
import { suspicionOf } from "../suspicion/suspicion-of.ts";
import type { Submission } from "../identity/submission.ts";
import { buildLeadPayload } from "../payload/build-lead-payload.ts";

interface Known {
  isTest: boolean;
  allowed: NetworkUsage | undefined;
  environment: Environment;
  event: EventType;
  /** The how-manieth of its person, as far as that is known. */
  submissionNumber: number;
}

/** The payload without what only D1 knows: its ids are null, and the person may have come before the outage. */
export function directPayload(
  submission: Submission,
  { isTest, allowed, environment, event, submissionNumber }: Known,
): LeadPayload {
  return buildLeadPayload(submission, {
    ids: { lead_id: null, lead_public_id: null, lead_submission_id: null },
    contact: submission.contact,
    submissionNumber,
    isDuplicate: event !== "lead.created",
    isTest,
    environment,
    // What its form told of the session; what is stored of it D1 has.
    engagement: engagementOf(activeSession(submission, [])),
    suspicion: suspicionOf(submission, readWeights("{}"), allowed),
  });
}
