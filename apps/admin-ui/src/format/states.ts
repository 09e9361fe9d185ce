import type { Schemas } from "../api.ts";
import { stateNames } from "../texts/states.ts";

/** How a state looks: what went well, what needs a person, what waits, what is only told. */
export type Look = "good" | "bad" | "warn" | "busy" | "calm";
interface Shown {
  label: string;
  look: Look;
}

/** Every status of a delivery, in a person's words. */
export const deliveryStates: Readonly<Record<Schemas["Delivery"]["status"], Shown>> = {
  pending: { label: stateNames.deliveries.pending, look: "busy" },
  in_flight: { label: stateNames.deliveries.in_flight, look: "busy" },
  held: { label: stateNames.deliveries.held, look: "warn" },
  delivered: { label: stateNames.deliveries.delivered, look: "good" },
  confirmed: { label: stateNames.deliveries.confirmed, look: "good" },
  dead: { label: stateNames.deliveries.dead, look: "bad" },
  skipped: { label: stateNames.deliveries.skipped, look: "calm" },
  cancelled: { label: stateNames.deliveries.cancelled, look: "calm" },
};

/** Where a lead stands as a whole. */
export const leadStands: Readonly<
  Record<"undelivered" | NonNullable<Schemas["ListedLead"]["stands"]>, Shown>
> = {
  undelivered: { label: stateNames.leads.undelivered, look: "warn" },
  waiting: { label: stateNames.leads.waiting, look: "busy" },
  held: { label: stateNames.leads.held, look: "warn" },
  dead: { label: stateNames.leads.dead, look: "bad" },
  delivered: { label: stateNames.leads.delivered, look: "good" },
  unconfirmed: { label: stateNames.leads.unconfirmed, look: "warn" },
  unsent: { label: stateNames.leads.unsent, look: "calm" },
};

/** How a try ended. */
export const attemptOutcomes: Readonly<Record<Schemas["WatchedAttempt"]["outcome"], Shown>> = {
  delivered: { label: stateNames.attempts.delivered, look: "good" },
  duplicate_at_receiver: { label: stateNames.attempts.duplicate_at_receiver, look: "good" },
  retry: { label: stateNames.attempts.retry, look: "warn" },
  hold: { label: stateNames.attempts.hold, look: "warn" },
  refused: { label: stateNames.attempts.refused, look: "bad" },
  gone: { label: stateNames.attempts.gone, look: "bad" },
  lost: { label: stateNames.attempts.lost, look: "warn" },
};

/** Whatever the API calls a state of a story; one that we do not know yet is told as it is. */
export function storyState(state: string): Shown {
  const known: Readonly<Record<string, Shown>> = {
    ...deliveryStates,
    nothing_to_send: { label: stateNames.stories.nothing_to_send, look: "calm" },
    blocked: { label: stateNames.stories.blocked, look: "calm" },
    quarantined: { label: stateNames.stories.quarantined, look: "warn" },
    released: { label: stateNames.stories.released, look: "busy" },
    spilled: { label: stateNames.stories.spilled, look: "busy" },
    waiting_for_storage: { label: stateNames.stories.waiting_for_storage, look: "busy" },
    payload_kept: { label: stateNames.stories.payload_kept, look: "busy" },
    parked: { label: stateNames.stories.parked, look: "bad" },
    dead_letter: { label: stateNames.stories.dead_letter, look: "bad" },
    replayed: { label: stateNames.stories.replayed, look: "busy" },
    discarded: { label: stateNames.stories.discarded, look: "calm" },
  };
  return known[state] ?? { label: state.replaceAll("_", " "), look: "calm" };
}
