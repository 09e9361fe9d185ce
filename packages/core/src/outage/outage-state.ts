import type { Outage } from "@leadrelay/contracts/submission-message";

/** A message that has not failed yet. */
export const noOutage: Outage = { tries: 0, commit_attempted_at: null, direct: {} };

const firstDelaySeconds = 10;
const longestDelaySeconds = 300;

/** How long a message waits before its next try: 10, 20, 40 … 300 s. `tries` counts the failed ones. */
export const outageDelaySeconds = (tries: number): number =>
  Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.max(0, tries - 1));

/** A read this long after a commit of unknown outcome, that finds nothing, proves it did not happen. */
const commitDoubtMs = 30_000;

/** The state after one more failed try. */
export const afterFailedTry = (outage: Outage): Outage => ({ ...outage, tries: outage.tries + 1 });

/** The state after a commit whose outcome nobody knows: D1 may have stored it and failed to say so. */
export const afterDoubtfulCommit = (outage: Outage, nowMs: number): Outage => ({
  ...outage,
  commit_attempted_at: nowMs,
});

/** The state after a read found the submission absent: an old enough doubt is gone. */
export const afterFoundAbsent = (outage: Outage, nowMs: number): Outage =>
  outage.commit_attempted_at !== null && nowMs - outage.commit_attempted_at >= commitDoubtMs
    ? { ...outage, commit_attempted_at: null }
    : outage;

/** From the second try on, while no commit can have happened, the lead goes to the CRM without D1. */
export const maySendDirectly = (outage: Outage): boolean =>
  outage.tries >= 1 && outage.commit_attempted_at === null;
