import type { DestinationHealth } from "./destination-health.ts";

/** The health of a destination that has not answered a request begun `slowAnswerMs` ago: nobody waits for the answer to say so. */
export const slowSince = (nowMs: number): DestinationHealth => ({
  state: "slow",
  since: nowMs,
  suspects: [],
  probe_wait_ms: null,
  next_probe_at: null,
});
