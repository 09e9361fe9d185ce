import type { StepSignal } from "./step-signals.ts";

/** A lead that goes on from one member of a route to another. */
interface PassedOn {
  client_id: string;
  lead_id: number;
  event_id: string;
  submission_id: string | null;
  /** The member that it leaves. */
  destination_id: string;
}

const longestReason = 300;

/**
 * Word that a route sent a lead on; null where nobody of the client is told of steps. Told apart from what the route gives.
 * @param reason why, and to whom
 * @param nowMs UTC
 */
export function passedOnSignal(
  { client_id, lead_id, event_id, submission_id, destination_id }: PassedOn,
  reason: string,
  destinations: readonly { client_id: string; event_types: readonly string[] }[],
  nowMs: number,
): StepSignal | null {
  const isTold = destinations.some(
    (one) => one.client_id === client_id && one.event_types.includes("workflow.step_run"),
  );
  if (!isTold) return null;
  return {
    type: "workflow.step_run",
    client_id,
    destination_id,
    subject: "route, passed on",
    count: 1,
    raised_at: nowMs,
    part: {
      step: "route",
      did: "went on to another of its route",
      reason: reason.slice(0, longestReason).toWellFormed(),
      submission_id,
    },
    sample: { lead_id, event_id },
  };
}
