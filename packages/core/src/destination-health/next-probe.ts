import type { DestinationHealth } from "./destination-health.ts";

/** The first wait for a probe and the longest, ms. */
const waits = {
  failing: { firstMs: 5_000, longestMs: 30_000 },
  /** Each probe of it may be a lead that it refuses. */
  refusing: { firstMs: 60_000, longestMs: 900_000 },
} as const;
/** A receiver may ask its deliveries to wait for a day; whether it is back is asked sooner. */
const longestAskedMs = 600_000;

/**
 * When one that is down is asked next: each probe in vain doubles the wait. A receiver that asks for a wait is not probed before, for ten minutes at
 * most.
 */
export function nextProbe(
  { probe_wait_ms: waited, is_refusing }: Pick<DestinationHealth, "probe_wait_ms" | "is_refusing">,
  { retry_after_ms }: { retry_after_ms: number | null },
  { nowMs, isProbe }: { nowMs: number; isProbe: boolean },
): Pick<DestinationHealth, "probe_wait_ms" | "next_probe_at"> {
  const { firstMs, longestMs } = waits[is_refusing === true ? "refusing" : "failing"];
  const wait = Math.min(longestMs, waited === null ? firstMs : isProbe ? 2 * waited : waited);
  return {
    probe_wait_ms: wait,
    next_probe_at: nowMs + Math.max(wait, Math.min(longestAskedMs, retry_after_ms ?? 0)),
  };
}
