import type { StoredDelivery } from "./evidence.ts";

/** Where an acknowledged lead may be once a fault is over; `kept`: stored, while its client had nowhere to send leads to. */
export type End = "delivered" | "waiting" | "held" | "letter" | "cancelled" | "kept";

/** What a delivery's state comes to; a dead one that nobody is told of is lost. */
export function endOf({ status, hasOpenLetter }: StoredDelivery): End | "lost" {
  switch (status) {
    case "delivered":
    case "confirmed":
      return "delivered";
    case "pending":
    case "in_flight":
      return "waiting";
    case "held":
      return "held";
    case "dead":
      return hasOpenLetter ? "letter" : "lost";
    case "cancelled":
    case "skipped":
      return "cancelled";
  }
}

const byGravity = ["lost", "letter", "held", "waiting", "cancelled", "delivered"] as const;

/** That of several deliveries which matters most. */
export const gravest = (ends: readonly (End | "lost")[]): End | "lost" =>
  byGravity.find((each) => ends.includes(each)) ?? "lost";
