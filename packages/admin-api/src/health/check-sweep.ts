import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import type { HealthContext } from "./health-context.ts";

/** It comes every minute, and may take one. */
const latestMs = 180_000;

/** The cron runs, and its tasks succeed: it is what finds everything that was lost on the way. */
export async function checkSweep({ sweep, nowMs, isWhole }: HealthContext): Promise<HealthCheck[]> {
  const todo =
    "Look whether the consumer's cron trigger is deployed (`crons` in wrangler.consumer.toml), and at its log.";
  if (sweep === undefined)
    return [amiss("problem", "sweep", { message: "The cron has never run, as far as is known.", todo })];
  if (nowMs - sweep.finished_at > latestMs)
    return [
      amiss("problem", "sweep", {
        message: `The cron has not run since ${spokenTime(sweep.finished_at)}.`,
        todo,
        since: sweep.finished_at,
      }),
    ];
  const failed = Object.entries(sweep.failed).map(([task, reason]) =>
    isWhole ? `${task} (${reason})` : task,
  );
  if (failed.length === 0) return [fine("sweep", `The cron ran last at ${spokenTime(sweep.finished_at)}.`)];
  return [
    amiss("warning", "sweep", {
      message: `The last sweep failed in part: ${failed.join("; ")}.`,
      todo: "It tries again every minute. If it stays, look for sweep.failed in the consumer's log.",
    }),
  ];
}
