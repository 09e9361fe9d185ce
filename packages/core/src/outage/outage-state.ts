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

/** From the second try on, while no commit can have happened, the lead goes to the CRM without D1; a repeat waits for D1's own decision. */
export const maySendDirectly = (outage: Outage): boolean =>
  outage.tries >= 1 && outage.commit_attempted_at === null && outage.repeats === undefined;

/** The state of one that its person's earlier lead makes a repeat: of the submission it was sent as, or of a lead that D1 has (null). */
export const afterJudgedRepeat = (outage: Outage, of: string | null): Outage => ({ ...outage, repeats: of });

/** The state of one that is to be sent as this, now or, where time is over, on its next try. */
export const afterJudgedSend = (
  outage: Outage,
  { event, submissionNumber }: { event: NonNullable<Outage["event"]>; submissionNumber: number },
): Outage => ({ ...outage, event, submission_number: submissionNumber });

/** Whether it was judged already whether its person was sent; one that was tried needs no judging any more. */
export const isJudged = ({ event, repeats, direct }: Outage): boolean =>
  event !== undefined || repeats !== undefined || Object.keys(direct).length > 0;
