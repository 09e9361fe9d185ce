import { failuresUntilDown } from "@leadrelay/core/destination-health/destination-health";
import type { Destination } from "@leadrelay/db/destinations/destination";

/** Stops a round from going on at a destination that goes down in the middle of it. */
export interface DownGate {
  isShut: (destination: Pick<Destination, "id" | "health">) => boolean;
  /** @param answered any answer but one that asks for another try */
  note: (destination: Pick<Destination, "id" | "health">, answered: boolean) => void;
}

/** Shut after so many different leads failed one after the other, those of before this round included. */
export function downGate(): DownGate {
  const failures = new Map<string, number>();
  const failuresOf = ({ id, health }: Pick<Destination, "id" | "health">) =>
    failures.get(id) ?? health?.suspects.length ?? 0;
  return {
    isShut: (destination) => failures.has(destination.id) && failuresOf(destination) >= failuresUntilDown,
    note: (destination, answered) =>
      void failures.set(destination.id, answered ? 0 : failuresOf(destination) + 1),
  };
}
