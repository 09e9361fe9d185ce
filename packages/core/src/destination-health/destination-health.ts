/**
 * What a destination's last tries say of it. A destination without it answers, and fast.
 * failing: its last try got no answer that counts, or it refused the lead · slow: it answers, but so late that its sends would hold up others ·
 * down: different leads failed there one after the other, or were refused; it is asked by one probe at a time until it takes one.
 */
export interface DestinationHealth {
  state: "failing" | "slow" | "down";
  /** Since when it is in this state, ms UTC. */
  since: number;
  /** Public ids of different deliveries that failed since it last answered; no more than it takes to call it down. */
  suspects: readonly string[];
  /** The same of those that it refused since it last took one; absent: none. */
  refusals?: readonly string[];
  /** It is down because it refused them. */
  is_refusing?: boolean;
  /** When it first failed or refused a lead since it last took one, ms, and when that was seen last, by the hour; absent where it took the last. */
  failing_since?: number;
  failed_at?: number;
  /** While it is down: how long after one probe the next may come, and when that is (ms); null otherwise. */
  probe_wait_ms: number | null;
  next_probe_at: number | null;
}

/** Of different leads, one after the other, without an answer in between: one lead that a receiver cannot stand proves nothing. */
export const failuresUntilDown = 5;

/** One that took nothing for so long, and was asked all the while, is switched off. */
const givenUpAfterMs = 5 * 24 * 3_600_000;

/** Whether that is so, right after a try that failed (ms UTC). */
export const isGivenUp = ({ state, failing_since }: DestinationHealth, nowMs: number): boolean =>
  state === "down" && failing_since !== undefined && nowMs - failing_since >= givenUpAfterMs;

/** Whether its next lead may be sent at once: it answers, and fast, whatever it refused. */
export const isWell = (health: DestinationHealth | null): boolean =>
  health === null || (health.state === "failing" && health.suspects.length === 0);

/** An answer that takes so long is slow: six lanes of such sends are six a second. */
export const slowAnswerMs = 1_000;

/** How many invocations may send to a slow destination at once: six lanes each. */
export const slowShare = 4;

/** How many may work at once through what waits for a destination that answers. */
export const catchUpShare = 8;

/** How many runs the destinations of one client may have together. */
export const clientShare = 12;

/** One that is down is probed by whoever comes when the probe is due; a slow one has always work for a run. */
export const mayRun = (health: DestinationHealth | null, nowMs: number): boolean =>
  health?.state === "down" ? (health.next_probe_at ?? 0) <= nowMs : health?.state === "slow";

/** A wake-up that came so late waited behind others: then each destination gets its share and no more. */
export const congestedAfterMs = 10_000;

/** Sends to it go through a run of its own, which waits its turn; see `DestinationHealth`. */
export const needsRun = (health: Pick<DestinationHealth, "state"> | null): boolean =>
  health !== null && health.state !== "failing";
