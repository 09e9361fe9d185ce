import { logEvent } from "@leadrelay/contracts/log-event";
import type { CommitPlan } from "@leadrelay/core/decide/commit-plan";

/** One line a commit: what its submissions came to, and how many deliveries wait for a destination to be switched on. */
export function logCommitted({ submissions, blocked, deliveries }: CommitPlan, database: string): void {
  if (submissions.length === 0 && blocked.length === 0) return;
  const outcomes = Map.groupBy(submissions, ({ outcome }) => outcome);
  const counts = Object.fromEntries([...outcomes].map(([outcome, all]) => [outcome, all.length]));
  const held = deliveries.filter(({ status }) => status === "held").length;
  logEvent("submissions.committed", {
    database,
    ...counts,
    ...(blocked.length > 0 ? { blocked: blocked.length } : {}),
    ...(held > 0 ? { deliveries_held: held } : {}),
    submission_ids: [...submissions, ...blocked].map(({ public_id }) => public_id).join(" "),
  });
}
