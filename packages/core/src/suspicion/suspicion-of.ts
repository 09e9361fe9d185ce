import type { SessionSignals } from "./session-signals.ts";
import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import type { Submission } from "../identity/submission.ts";
import { assessSuspicion, type Suspicion } from "./assess-suspicion.ts";
import { parseTimeToSubmit } from "./parse-time-to-submit.ts";
import type { SuspicionWeights } from "./weights.ts";

/**
 * How suspicious a submission is by what it says of itself.
 * @param allowed what its address is allowed for; an internal one skips limits
 * @param sessions null where its form has no tag, or D1 is away
 */
export const suspicionOf = (
  submission: Submission,
  weights: SuspicionWeights,
  allowed: NetworkUsage | undefined,
  sessions: SessionSignals | null = null,
): Suspicion =>
  assessSuspicion(
    {
      isBot: submission.is_bot || submission.quarantine !== undefined,
      timeToSubmitSeconds: parseTimeToSubmit(submission.fields.time_to_submit),
      phoneInvalid: submission.contact.phoneInvalid,
      overRate: submission.over_rate && allowed !== "internal",
      sessions: sessions !== null && allowed === "internal" ? { ...sessions, submissions: 1 } : sessions,
    },
    weights,
  );
