import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { keptInKv, type KeptInKv } from "../queue-status/kept-in-kv.ts";
import { badnessOf } from "./badness-of.ts";
import type { HealthContext } from "./health-context.ts";

const limits = { warningMs: 180_000, problemMs: 900_000 };

/** What waits in KV because the queue, or D1, did not take it. */
export async function checkKeptInKv({ dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const [spilled, parked] = await Promise.all([
    keptInKv(dependencies.kv, kvPrefixes.spill),
    keptInKv(dependencies.kv, kvPrefixes.deadLetter),
  ]);
  return [
    judge("spills", spilled, nowMs, {
      what: "spilled submission",
      none: "No submission waits in KV for the queue.",
      todo: "The sweep queues them every minute. Look at the queue `leads` and for sweep.failed in the log.",
    }),
    judge("parked_letters", parked, nowMs, {
      what: "parked dead letter",
      none: "No dead letter waits in KV for D1.",
      todo: "The sweep moves them every minute. Look for dead_letter.stuck and sweep.failed in the log.",
    }),
  ];
}

function judge(
  name: string,
  { count, isMore, oldest }: KeptInKv,
  nowMs: number,
  { what, none, todo }: { what: string; none: string; todo: string },
): HealthCheck {
  if (count === 0) return fine(name, none);
  const since = oldest === null ? "" : `, the oldest since ${spokenTime(oldest)}`;
  const message = `${sayCount(count, what, { isMore })} in KV${since}.`;
  const state = badnessOf(oldest === null ? null : nowMs - oldest, limits);
  return state === "ok" ? fine(name, message) : amiss(state, name, { message, todo, since: oldest });
}
