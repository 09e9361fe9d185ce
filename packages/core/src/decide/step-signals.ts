import type { SignalOf } from "@leadrelay/contracts/signal";
import type { DestinationTrace } from "./decision-trace.ts";

export type StepSignal = SignalOf<"workflow.step_run">;
type Acted = Pick<StepSignal["part"], "step" | "did">;

/** What acted, where something of an owner's making did; what nobody set up on purpose is told in the lead's story alone. */
const actedBy: Partial<Record<DestinationTrace["reason"], Acted>> = {
  filtered: { step: "filter", did: "were left out" },
  filter_broken: { step: "filter", did: "could not be judged, and become dead letters" },
  routed: { step: "route", did: "were given to it" },
  route_conditions: { step: "route", did: "were kept from it" },
  closed: { step: "hold", did: "are held until it opens" },
  behind: { step: "hold", did: "wait behind those that are held" },
  capped: { step: "cap", did: "are held until it takes more" },
};

const longestReason = 300;

/**
 * Word of every step that acted on a lead for a destination; none where nobody of the client is told of steps, so that nothing is written for nobody.
 * @param nowMs UTC
 */
export function stepSignals(
  traces: readonly DestinationTrace[],
  lead: { client_id: string; lead_id: number; event_id: string | null; submission_id: string },
  destinations: readonly { event_types: readonly string[] }[],
  nowMs: number,
): StepSignal[] {
  if (!destinations.some(({ event_types }) => event_types.includes("workflow.step_run"))) return [];
  return traces.flatMap(({ id, reason, words }): StepSignal[] => {
    const acted = actedBy[reason];
    if (acted === undefined) return [];
    return [
      {
        type: "workflow.step_run",
        client_id: lead.client_id,
        destination_id: id,
        subject: acted.step,
        count: 1,
        raised_at: nowMs,
        part: {
          ...acted,
          reason: (words ?? "").slice(0, longestReason).toWellFormed(),
          submission_id: lead.submission_id,
        },
        sample: lead.event_id === null ? null : { lead_id: lead.lead_id, event_id: lead.event_id },
      },
    ];
  });
}

/** The same of one destination and step as one, the first of them shown. */
export function sumSignals(signals: readonly StepSignal[]): StepSignal[] {
  const groups = Map.groupBy(signals, ({ destination_id, subject }) => `${destination_id} ${subject}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }],
  );
}
