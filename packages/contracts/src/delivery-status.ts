/** Every state a delivery can be in. `delivered` is the receiver's 2xx; `confirmed` is its later callback. */
export const deliveryStatuses = [
  "pending",
  "in_flight",
  "held",
  "delivered",
  "confirmed",
  "dead",
  "skipped",
  "cancelled",
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** How what a destination took stands with the confirmation that it must give. */
export const confirmationStates = ["waiting", "unconfirmed", "confirmed"] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/**
 * How one HTTP try ended, in the words of the worker that made it. `hold`: nothing passes there for a while, as when a quota is spent;
 * `duplicate_at_receiver`: it had this person before, and did not take the lead.
 */
export const toldOutcomes = [
  "delivered",
  "retry",
  "refused",
  "gone",
  "hold",
  "duplicate_at_receiver",
] as const;
export type ToldOutcome = (typeof toldOutcomes)[number];

/** How one HTTP try ended. `lost`: the worker vanished before it could say. */
export const attemptOutcomes = [...toldOutcomes, "lost"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];
