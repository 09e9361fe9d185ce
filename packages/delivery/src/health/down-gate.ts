import { usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { failuresUntilDown } from "@leadrelay/core/destination-health/destination-health";
import type { Destination } from "@leadrelay/db/destinations/destination";

type GatedDestination = Pick<Destination, "id" | "health"> &
  Partial<Pick<Destination, "hold_after_refusals">>;

/** How a try ended, as far as the gate goes. */
interface GatedTry {
  outcome: AttemptOutcome;
  status_code: number | null;
}

/** Stops a round from going on at a destination that goes down in the middle of it. */
export interface DownGate {
  isShut: (destination: GatedDestination) => boolean;
  note: (destination: GatedDestination, tried: GatedTry) => void;
}

interface Run {
  failures: number;
  refusals: number;
}

/**
 * Shut after so many different leads failed one after the other, or were refused, those of before this round included; at once, and for the round,
 * where the receiver takes nothing for a while. As `judgeHealth` counts, by the order in which answers come in.
 */
export function downGate(): DownGate {
  const runs = new Map<string, Run>();
  const before = ({ id, health }: GatedDestination): Run =>
    runs.get(id) ?? { failures: health?.suspects.length ?? 0, refusals: health?.refusals?.length ?? 0 };
  return {
    isShut(destination) {
      const { failures, refusals } = before(destination);
      const most = destination.hold_after_refusals ?? usualRefusalsUntilHeld;
      return runs.has(destination.id) && (failures >= failuresUntilDown || (most > 0 && refusals >= most));
    },
    note: (destination, tried) => void runs.set(destination.id, after(before(destination), tried)),
  };
}

function after({ failures, refusals }: Run, { outcome, status_code }: GatedTry): Run {
  // Answers to what went out before the first `hold` come in behind it.
  if (outcome === "hold" || failures === Infinity) return { failures: Infinity, refusals };
  if (outcome === "retry") return { failures: failures + 1, refusals };
  // What we could not build says nothing of it.
  if (outcome === "refused")
    return status_code === null ? { failures, refusals } : { failures: 0, refusals: refusals + 1 };
  return { failures: 0, refusals: outcome === "duplicate_at_receiver" ? refusals : 0 };
}
