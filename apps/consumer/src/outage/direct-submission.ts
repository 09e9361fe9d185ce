import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Submission } from "@leadrelay/core/identity/submission";
import type { Received } from "../received/settlement.ts";
import { toSubmission } from "../received/to-submission.ts";

/**
 * A message as it is sent without D1, which also names a form that the edge could not; null for what nobody's absence sends, and what
 * cannot be read: that waits for D1, and keeps no other waiting.
 */
export function directSubmission(received: Received): Submission | null {
  const { form, quarantine, payload } = received.body;
  if (form === null || quarantine === "kept") return null;
  try {
    return toSubmission({ ...received, form, payloadJson: payload === null ? "" : JSON.stringify(payload) });
  } catch (error) {
    logLeadFailed(received.body.submission_id, error);
    return null;
  }
}

/** Says that one lead of a batch waits for D1, because something in it cannot be dealt with without. */
export const logLeadFailed = (submission_id: string, error: unknown): void =>
  logEvent("outage.lead_failed", { submission_id, error: reasonOf(error) });
