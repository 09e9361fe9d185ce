import { talliesOf } from "../routes/route-counts.ts";
import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import type { ToldLead } from "../shape/lead-values.ts";
import { tallyKey } from "../tallies/tally.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";
import { routeEvent } from "./route-event.ts";

/** What a route would have done with a lead. */
export interface PreviewedLead {
  /** Ids; none where every member's conditions keep it out. */
  chosen: string[];
  /** The choice as people read it, or why nobody gets it. */
  words: string;
}

/** What a route would do with these leads, one after the other, if it began to count now. What its members take is not asked. */
export function previewRoute(
  members: readonly DestinationFacts[],
  leads: readonly ToldLead[],
  { client_id, nowMs }: { client_id: string; nowMs: number },
): PreviewedLead[] {
  const counts = new Map<string, number>();
  return leads.map((told) => {
    const { traces, moves } = routeEvent(
      members.map(({ id }): DestinationTrace => ({
        id,
        event: "lead.created",
        status: "pending",
        reason: "subscribed",
        delivery_public_id: id,
      })),
      members,
      {
        client_id,
        went: {},
        countOf: (subject, period) => counts.get(tallyKey(subject, period)) ?? 0,
        lead: { source: told.payload.lead_source, form_id: null },
        refusedBy: refusedByConditions(() => told),
        nowMs,
        isTest: false,
      },
    );
    for (const { subject, period, count } of moves.flatMap(talliesOf)) {
      const key = tallyKey(subject, period);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    const chosen = traces.filter(({ reason }) => reason === "routed");
    const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? id;
    return {
      chosen: chosen.map(({ id }) => id),
      words: chosen[0]?.words ?? traces.map(({ id, words = "" }) => `${nameOf(id)}: ${words}`).join("; "),
    };
  });
}
