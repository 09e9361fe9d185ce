/** Every state a delivery can be in. `delivered` is the receiver's 2xx; `confirmed` is its later callback. */
export type DeliveryStatus =
  | "pending"
  | "in_flight"
  | "held"
  | "delivered"
  | "confirmed"
  | "dead"
  | "skipped"
  | "cancelled";

/** How one HTTP try ended. `lost`: the worker vanished before it could say. */
export type AttemptOutcome = "delivered" | "retry" | "refused" | "gone" | "lost";
