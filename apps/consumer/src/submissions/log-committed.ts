import { logEvent } from "@leadrelay/contracts/log-event";
import type { CommitPlan } from "@leadrelay/core/decide/commit-plan";

/** One line a commit: what its submissions came to, and how many deliveries wait for a destination to be switched on. */
export function logCommitted(
  { submissions, blocked, quarantined, deliveries }: CommitPlan,
  database: string,
): void {
  const all = [...submissions, ...blocked, ...quarantined];
  if (all.length === 0) return;
  const outcomes = Map.groupBy(submissions, ({ outcome }) => outcome);
  const counts = Object.fromEntries([...outcomes].map(([outcome, all]) => [outcome, all.length]));
  const held = deliveries.filter(({ status }) => status === "held").length;
  logEvent("submissions.committed", {
    database,
    ...counts,
    ...(blocked.length > 0 ? { blocked: blocked.length } : {}),
    ...(quarantined.length > 0 ? { quarantined: quarantined.length } : {}),
    ...(held > 0 ? { deliveries_held: held } : {}),
    submission_ids: all.map(({ public_id }) => public_id).join(" "),
  });
}
