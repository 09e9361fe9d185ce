import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { Environment } from "@leadrelay/contracts/environment";
import type { EventType } from "@leadrelay/contracts/event-type";
import { deliveryId } from "../ids/derived-id.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DeliveryRow } from "./commit-plan.ts";
import type { DestinationFacts } from "./facts.ts";
import { routeEvent, type Routed, type Routing } from "./route-event.ts";
import { whyNoReply, type AnsweredLead } from "../reply/why-no-reply.ts";

export interface PlannedEvent {
  id: string;
  type: EventType;
  lead_id: number;
  client_id: string;
  form_id: string;
  /** See `DeliveryRow`. */
  submitted_at: number | null;
  /** A shared address brought a new contact detail: those who take only `lead.created` must hear of it too. */
  reachesCreatedOnly: boolean;
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
}

/** One row per destination that must hear of the event, and a word on every destination that must not. */
export function planDeliveries(
  event: PlannedEvent,
  destinations: readonly DestinationFacts[],
  circumstances: Circumstances,
): { rows: DeliveryRow[] } & Routed {
  const open = destinations.filter(({ id }) => circumstances.direct[id] === undefined);
  const traces = open.map((destination) => traceDestination(event, destination, circumstances));
  const { routing } = circumstances;
  const routed =
    routing === undefined ? { traces, moves: [], went: {} } : routeEvent(traces, destinations, routing);
  const rows = open.flatMap((destination, index): DeliveryRow[] => {
    const { status, delivery_public_id, reason } = routed.traces[index] ?? {};
    if (status === undefined || delivery_public_id === undefined) return [];
    const row = { public_id: delivery_public_id, status };
    const route_id = reason === "routed" ? destination.route?.route_id : undefined;
    return [
      {
        ...deliveryRow(event, destination, row, circumstances.nowMs),
        ...(route_id && { route_id }),
        ...(destination.reply != null && { is_notice: 1 as const }),
      },
    ];
  });
  return { ...routed, rows };
}

function traceDestination(
  event: PlannedEvent,
  destination: DestinationFacts,
  at: Circumstances,
): DestinationTrace {
  const named = { id: destination.id, event: event.type };
  const subscribed = destination.event_types.includes(event.type);
  const reached = event.reachesCreatedOnly && destination.event_types.includes("lead.created");
  if (!subscribed && !reached) return { ...named, status: "skipped", reason: "not_subscribed" };
  if (at.isTest && !destination.takes_test) return { ...named, status: "skipped", reason: "takes_no_tests" };
  if (!destination.environments.includes(at.environment))
    return { ...named, status: "skipped", reason: "other_environment" };
  const noReply = whyNotAnswered(destination, at);
  if (noReply !== null) return { ...named, status: "skipped", reason: noReply };
  const delivery_public_id = deliveryId(event.id, destination.id);
  if (!destination.enabled) return { ...named, status: "held", reason: "disabled", delivery_public_id };
  return {
    ...named,
    status: "pending",
    reason: subscribed ? "subscribed" : "ip_match_new_contact",
    delivery_public_id,
  };
}

function whyNotAnswered({ reply }: DestinationFacts, { answered, isTest }: Circumstances) {
  if (reply == null) return null;
  return answered === undefined ? "not_a_new_lead" : whyNoReply(reply, { ...answered, isTest });
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
