import type { Schemas } from "../api.ts";

/** How a state looks: what went well, what needs a person, what waits, what is only told. */
export type Look = "good" | "bad" | "warn" | "busy" | "calm";
interface Shown {
  label: string;
  look: Look;
}

/** A delivery's statuses; the API's words. */
export const statusWords = [
  "pending",
  "in_flight",
  "held",
  "delivered",
  "confirmed",
  "dead",
  "skipped",
  "cancelled",
] as const;

/** Where leads may stand; the API's words. */
export const standWords = ["undelivered", "waiting", "held", "dead", "delivered", "unsent"] as const;

/** Every status of a delivery, in a person's words. */
export const deliveryStates: Readonly<Record<Schemas["Delivery"]["status"], Shown>> = {
  pending: { label: "Waits for its next try", look: "busy" },
  in_flight: { label: "Being sent", look: "busy" },
  held: { label: "On hold", look: "warn" },
  delivered: { label: "Delivered", look: "good" },
  confirmed: { label: "Confirmed", look: "good" },
  dead: { label: "Needs you", look: "bad" },
  skipped: { label: "Not sent", look: "calm" },
  cancelled: { label: "Cancelled", look: "calm" },
};

/** Where a lead stands as a whole. */
export const leadStands: Readonly<
  Record<"undelivered" | NonNullable<Schemas["ListedLead"]["stands"]>, Shown>
> = {
  undelivered: { label: "Not delivered yet", look: "warn" },
  waiting: { label: "Waits for its next try", look: "busy" },
  held: { label: "On hold", look: "warn" },
  dead: { label: "Needs you", look: "bad" },
  delivered: { label: "Delivered", look: "good" },
  unsent: { label: "Not sent", look: "calm" },
};

/** Whatever the API calls a state of a story; one that we do not know yet is told as it is. */
export function storyState(state: string): Shown {
  const known: Readonly<Record<string, Shown>> = {
    ...deliveryStates,
    nothing_to_send: { label: "Nothing to send", look: "calm" },
    blocked: { label: "Blocked", look: "calm" },
    quarantined: { label: "In quarantine", look: "warn" },
    released: { label: "Released", look: "busy" },
    spilled: { label: "Waits for the queue", look: "busy" },
    waiting_for_storage: { label: "Waits for storage", look: "busy" },
    payload_kept: { label: "Being stored", look: "busy" },
    parked: { label: "Needs you", look: "bad" },
    dead_letter: { label: "Needs you", look: "bad" },
    replayed: { label: "Sent again", look: "busy" },
    discarded: { label: "Discarded", look: "calm" },
  };
  return known[state] ?? { label: state.replaceAll("_", " "), look: "calm" };
}
