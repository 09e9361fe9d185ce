import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { Environment } from "@leadrelay/contracts/environment";
import type { CountOf } from "../tallies/tally.ts";
import type { DeliveryRow } from "./commit-plan.ts";
import type { LeadValues } from "../shape/lead-values.ts";
import type { DestinationFacts } from "./facts.ts";
import { routeEvent, type Routed, type Routing } from "./route-event.ts";
import type { AnsweredLead } from "../reply/why-no-reply.ts";
import { traceDestination, type ToldEvent } from "./trace-destination.ts";

export interface PlannedEvent extends ToldEvent {
  lead_id: number;
  client_id: string;
  form_id: string;
  /** See `DeliveryRow`. */
  submitted_at: number | null;
}

interface Circumstances {
  environment: Environment;
  isTest: boolean;
  nowMs: number;
  /** Destinations that were already sent to while D1 was down; they get no other event. */
  direct: Readonly<Record<string, readonly DirectAttempt[]>>;
  /** What destinations that share a route are chosen by; absent: each of them hears of it. */
  routing?: Routing;
  /** Whom a reply would go to; absent where it comes too late for one: somebody sends the lead on purpose. */
  answered?: Omit<AnsweredLead, "isTest">;
  /** What is counted now; absent: nothing, and who is full shows when it is claimed. */
  countOf?: CountOf;
  /** What the lead says, for destinations with a filter; asked for at most once. */
  values: () => Pick<LeadValues, "of">;
}

/** What is held because its destination is full or closed; `source` as in `Waiting`. */
export interface HeldBack {
  destination_id: string;
  source: string | null;
}

/** One row per destination that must hear of the event, and a word on every destination that must not, or not yet. */
export function planDeliveries(
  event: PlannedEvent,
  destinations: readonly DestinationFacts[],
  { countOf = () => 0, values, ...circumstances }: Circumstances,
): { rows: DeliveryRow[]; held: HeldBack[] } & Routed {
  const asked = { countOf, values: once(values), ...circumstances };
  const open = destinations.filter(({ id }) => circumstances.direct[id] === undefined);
  const traced = open.map((destination) => traceDestination(event, destination, asked));
  const traces = traced.map(({ trace }) => trace);
  const { routing } = circumstances;
  const routed =
    routing === undefined ? { traces, moves: [], went: {} } : routeEvent(traces, destinations, routing);
  const held: HeldBack[] = [];
  const rows = open.flatMap((destination, index): DeliveryRow[] => {
    const { status, delivery_public_id, reason } = routed.traces[index] ?? {};
    if (status === undefined || delivery_public_id === undefined) return [];
    const row = deliveryRow(
      event,
      destination,
      { public_id: delivery_public_id, status },
      circumstances.nowMs,
    );
    const route_id = reason === "routed" ? destination.route?.route_id : undefined;
    const back = traced[index]?.held ?? null;
    if (back !== null) held.push({ destination_id: destination.id, ...back });
    const held_source = back?.source ?? null;
    return [
      {
        ...row,
        ...(route_id && { route_id }),
        ...(held_source !== null && { held_source }),
        ...(destination.reply != null && { is_notice: 1 as const }),
      },
    ];
  });
  return { ...routed, rows, held };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const deliveryRow = (
  event: PlannedEvent,
  destination: DestinationFacts,
  { public_id, status }: Pick<DeliveryRow, "public_id" | "status">,
  nowMs: number,
): DeliveryRow => ({
  lead_id: event.lead_id,
  event_id: event.id,
  destination_id: destination.id,
  public_id,
  client_id: event.client_id,
  status,
  attempts: 0,
  max_attempts: destination.max_attempts,
  next_attempt_at: status === "pending" ? nowMs : null,
  lease_until: null,
  settled_at: null,
  created_at: nowMs,
  last_status_code: null,
  last_error: null,
  dead_letter_id: null,
  form_id: event.form_id,
  submitted_at: event.submitted_at,
});
