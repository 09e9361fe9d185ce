import type { Environment } from "@leadrelay/contracts/environment";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { readWeights } from "../suspicion/weights.ts";
import { suspicionOf } from "../suspicion/suspicion-of.ts";
import type { Submission } from "../identity/submission.ts";
import { buildLeadPayload } from "../payload/build-lead-payload.ts";

/** The payload without what only D1 knows: its ids are null, and nobody can say whether the person came before. */
export function directPayload(
  submission: Submission,
  {
    isTest,
    allowed,
    environment,
  }: { isTest: boolean; allowed: NetworkUsage | undefined; environment: Environment },
): LeadPayload {
  return buildLeadPayload(submission, {
    ids: { lead_id: null, lead_public_id: null, lead_submission_id: null },
    contact: submission.contact,
    submissionNumber: 1,
    isDuplicate: false,
    isTest,
    environment,
    suspicion: suspicionOf(submission, readWeights("{}"), allowed),
  });
}
