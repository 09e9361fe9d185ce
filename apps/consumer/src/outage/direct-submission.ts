import type { Submission } from "@leadrelay/core/identity/submission";
import type { Received } from "../received/settlement.ts";
import { toSubmission } from "../received/to-submission.ts";

/** A message as it is sent without D1, which also names a form that the edge could not; null for what nobody's absence sends. */
export function directSubmission(received: Received): Submission | null {
  const { form, quarantine, payload } = received.body;
  if (form === null || quarantine === "kept") return null;
  return toSubmission({ ...received, form, payloadJson: payload === null ? "" : JSON.stringify(payload) });
}
