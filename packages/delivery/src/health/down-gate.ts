import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { failuresUntilDown } from "@leadrelay/core/destination-health/destination-health";
import type { Destination } from "@leadrelay/db/destinations/destination";

/** Stops a round from going on at a destination that goes down in the middle of it. */
export interface DownGate {
  isShut: (destination: Pick<Destination, "id" | "health">) => boolean;
  note: (destination: Pick<Destination, "id" | "health">, outcome: AttemptOutcome) => void;
}

/**
 * Shut after so many different leads failed one after the other, those of before this round included; at once, and for the round, where the
 * receiver takes nothing for a while.
 */
export function downGate(): DownGate {
  const failures = new Map<string, number>();
  const failuresOf = ({ id, health }: Pick<Destination, "id" | "health">) =>
    failures.get(id) ?? health?.suspects.length ?? 0;
  return {
    isShut: (destination) => failures.has(destination.id) && failuresOf(destination) >= failuresUntilDown,
    note(destination, outcome) {
      const before = failuresOf(destination);
      // Answers to what went out before the first `hold` come in behind it.
      if (outcome === "hold" || before === Infinity) failures.set(destination.id, Infinity);
      else failures.set(destination.id, outcome === "retry" ? before + 1 : 0);
    },
  };
}
