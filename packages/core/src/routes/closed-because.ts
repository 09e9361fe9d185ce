import type { DestinationHealth } from "../destination-health/destination-health.ts";

interface Closable {
  enabled: boolean;
  health?: Pick<DestinationHealth, "state"> | null;
}

/** Why a destination takes no lead now, to be read behind its name; null where it does. */
export function closedBecause(
  destination: Closable,
  _by: { countOf: (subject: string, period: string) => number; nowMs: number },
): string | null {
  if (!destination.enabled) return "is disabled";
  if (destination.health?.state === "down") return "is down";
  return null;
}
