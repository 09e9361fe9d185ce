import type { HealthCheck } from "@leadrelay/contracts/health-check";

/** As bad as the age of what waits: fine until `warningMs`, a problem from `problemMs` on. An unknown age is a warning. */
export function badnessOf(
  ageMs: number | null,
  { warningMs, problemMs }: { warningMs: number; problemMs: number },
): HealthCheck["state"] {
  if (ageMs === null) return "warning";
  if (ageMs < warningMs) return "ok";
  return ageMs < problemMs ? "warning" : "problem";
}
