import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { ReplaySkips } from "@leadrelay/contracts/replay";
import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { isAsSeen, seenLetters, type ReadLetter } from "../dead-letters/seen-letters.ts";
import { settleOpenLetters, type Settling } from "../dead-letters/settle-open-letters.ts";
import { isWanted } from "../deliveries/wanted-keys.ts";
import {
  insertReleased,
  markReleased,
  nobodySentMeanwhile,
  type Released,
} from "../unsent/release-statements.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { ReplayCursor } from "./replay-candidate.ts";

/** A delivery as it was read, and when it is to be sent (ms), with so many tries. */
export interface ReplaySend extends DeliveryKey {
  status: DeliveryStatus;
  attempts: number;
  at: number;
  tries: number;
  replay_id: string | null;
}

/** What one step of a plan does with one of its parts. Times in ms. */
export interface ReplayAdvance {
  plan_id: string;
  client_id: string | null;
  /** Steps taken before; another step meanwhile aborts the batch. */
  step: number;
  sends: readonly ReplaySend[];
  /** Letters whose submissions are back on the queue; one that failed again by now stays open. */
  queuedLetters: readonly ReadLetter[];
  /** What was never sent, and goes out now; absent where the plan is of what did not land. */
  released?: Released;
  /** In all steps, this one included. */
  skipped: ReplaySkips;
  cursor: ReplayCursor;
  next_step_at: number;
  isLast: boolean;
  settledBy: string;
  nowMs: number;
}

/**
 * The statements of one batch in the part's database. Of two steps at once one wins, the other aborts (`classifyStorageError`:
 * conflict), and so does one whose leads went out meanwhile. A delivery that is no longer as it was read is left alone.
 */
export function advanceReplay(scope: PipelineScope, advance: ReplayAdvance): Statement<number>[] {
  const hasSends = advance.sends.length > 0;
  const { released } = advance;
  return [
    guard(advance),
    ...(released === undefined
      ? []
      : [...nobodySentMeanwhile(scope, released), ...insertReleased(scope, released, advance.plan_id)]),
    ...(advance.sends.some(({ replay_id }) => replay_id !== null) ? [takeOver(advance)] : []),
    ...(hasSends ? [schedule(advance)] : []),
    // Directly behind the schedule, or the deliveries of a release, whose changes() it counts.
    writeProgress(scope, advance, hasSends || (released?.deliveries ?? []).length > 0),
    ...(released === undefined
      ? []
      : markReleased(scope, released, { by: advance.settledBy, nowMs: advance.nowMs })),
    ...(hasSends ? [closeSentLetters(scope, advance)] : []),
    ...(advance.queuedLetters.length > 0 ? [closeQueuedLetters(scope, advance)] : []),
  ];
}

const guard = ({ plan_id, client_id, step }: ReplayAdvance) =>
  abortUnless(sql`${step} = coalesce(
    (SELECT steps FROM replay_progress WHERE plan_id = ${plan_id} AND client_id = ${client_id ?? ""}), 0)`);

/** Fields by position, the key first, as `isWanted` has it. */
const wantedSends = (sends: readonly ReplaySend[]) => {
  const rows = sends.map((send) => [
    send.lead_id,
    send.event_id,
    send.destination_id,
    send.status,
    send.attempts,
    send.at,
    send.tries,
  ]);
  return sql`json_each(${JSON.stringify(rows)}) AS wanted`;
};

/** A person may have given the letter up, or another worker sent it, since it was read. */
const isAsRead = sql`${isWanted}
  AND deliveries.status = wanted.value ->> 3 AND deliveries.attempts = wanted.value ->> 4
  AND (deliveries.status <> 'dead'
    OR EXISTS (SELECT 1 FROM dead_letters WHERE id = deliveries.dead_letter_id AND state = 'open'))`;

const takeOver = ({ sends }: ReplayAdvance) =>
  write(
    sql`
      UPDATE replay_progress SET taken_over = taken_over + found.times
      FROM (
        SELECT deliveries.replay_id, deliveries.client_id, count(*) AS times
        FROM ${wantedSends(sends)} CROSS JOIN deliveries
        WHERE ${isAsRead} AND deliveries.replay_id IS NOT NULL GROUP BY 1, 2
      ) AS found
      WHERE replay_progress.plan_id = found.replay_id AND replay_progress.client_id = found.client_id`.compile(
      queries,
    ),
  );

/** `attempts` never decreases: the schedule starts anew behind them, but not for what is still in it. */
const schedule = ({ sends, plan_id }: ReplayAdvance) =>
  write(
    sql`
      UPDATE deliveries SET status = 'pending', settled_at = NULL, lease_until = NULL, replay_id = ${plan_id},
        next_attempt_at = wanted.value ->> 5,
        schedule_from = iif(status = 'pending', schedule_from, attempts),
        max_attempts = iif(status = 'pending', max_attempts, attempts + wanted.value ->> 6)
      FROM ${wantedSends(sends)} WHERE ${isAsRead}`.compile(queries),
  );

function writeProgress(_scope: PipelineScope, advance: ReplayAdvance, hasSends: boolean): Statement<number> {
  const scheduled = hasSends ? sql`changes()` : sql`0`;
  const finishedAt = advance.isLast ? advance.nowMs : null;
  return write(
    sql`
      INSERT INTO replay_progress (plan_id, client_id, steps, cursor_json, chosen, scheduled, queued, skipped_json,
        next_step_at, finished_at)
      VALUES (${advance.plan_id}, ${advance.client_id ?? ""}, 1, ${JSON.stringify(advance.cursor)}, ${chosenOf(advance)},
        ${scheduled}, ${queuedOf(advance)}, ${JSON.stringify(advance.skipped)}, ${advance.next_step_at},
        ${finishedAt})
      ON CONFLICT (plan_id, client_id) DO UPDATE SET steps = steps + 1, cursor_json = excluded.cursor_json,
        chosen = chosen + excluded.chosen, scheduled = scheduled + excluded.scheduled, queued = queued + excluded.queued,
        skipped_json = excluded.skipped_json, next_step_at = excluded.next_step_at, finished_at = excluded.finished_at`.compile(
      queries,
    ),
  );
}

/** Deliveries a step sets out to send, and submissions that it has put on the queue. */
const chosenOf = ({ sends, released }: ReplayAdvance) => sends.length + (released?.deliveries.length ?? 0);
const queuedOf = ({ queuedLetters, released }: ReplayAdvance) =>
  queuedLetters.length + (released?.blockedIds.length ?? 0) + (released?.quarantinedIds.length ?? 0);

const closed = ({ plan_id, settledBy, nowMs }: ReplayAdvance): Settling => ({
  state: "replayed",
  by: settledBy,
  reason: `replay ${plan_id}`,
  nowMs,
});

const closeSentLetters = (scope: PipelineScope, advance: ReplayAdvance) =>
  settleOpenLetters(scope, closed(advance), {
    which: sql`id IN (
      SELECT deliveries.dead_letter_id FROM ${wantedSends(advance.sends)} CROSS JOIN deliveries
      WHERE ${isWanted} AND deliveries.status = 'pending' AND deliveries.replay_id = ${advance.plan_id})`,
  });

const closeQueuedLetters = (scope: PipelineScope, advance: ReplayAdvance) =>
  settleOpenLetters(scope, closed(advance), { which: isAsSeen, from: seenLetters(advance.queuedLetters) });
