import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import type { Submission } from "../identity/submission.ts";
import { assessSuspicion, type Suspicion } from "./assess-suspicion.ts";
import { parseTimeToSubmit } from "./parse-time-to-submit.ts";
import type { SuspicionWeights } from "./weights.ts";

/**
 * How suspicious a submission is by what it says of itself.
 * @param allowed what its address is allowed for; an internal one skips limits
 */
export const suspicionOf = (
  submission: Submission,
  weights: SuspicionWeights,
  allowed: NetworkUsage | undefined,
): Suspicion =>
  assessSuspicion(
    {
      isBot: submission.is_bot || submission.quarantine !== undefined,
      timeToSubmitSeconds: parseTimeToSubmit(submission.fields.time_to_submit),
      phoneInvalid: submission.contact.phoneInvalid,
      overRate: submission.over_rate && allowed !== "internal",
    },
    weights,
  );
