import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { ReplaySkips } from "@leadrelay/contracts/replay";

/** Where a replay stands. */
export interface ReplayFigures {
  /** What the plan counted. */
  planned: number;
  /** Deliveries given a time to be sent, and what became of them: the five below add up to it. */
  scheduled: number;
  delivered: number;
  /** To be sent, under way, or held by a destination that was switched off since. */
  waiting: number;
  /** Failed once more, with a letter of its own. */
  dead: number;
  cancelled: number;
  /** Sent again by a later replay, which counts them. */
  taken_over: number;
  /** Submissions put back on the queue. */
  queued: number;
  skipped: ReplaySkips;
}

/** What one part of a replay did. */
export interface PartFigures {
  chosen: number;
  scheduled: number;
  queued: number;
  skipped: ReplaySkips;
  taken_over: number;
}

/** Adds up what the parts did and what of it has not arrived. */
export function replayFigures(
  planned: number,
  parts: readonly PartFigures[],
  undelivered: readonly { status: DeliveryStatus; count: number }[],
): ReplayFigures {
  const sum = (of: (part: PartFigures) => number) => parts.reduce((total, part) => total + of(part), 0);
  const count = (...statuses: DeliveryStatus[]) =>
    undelivered
      .filter(({ status }) => statuses.includes(status))
      .reduce((total, each) => total + each.count, 0);
  const [scheduled, taken_over] = [sum((part) => part.scheduled), sum((part) => part.taken_over)];
  const [waiting, dead, cancelled] = [
    count("pending", "in_flight", "held"),
    count("dead"),
    count("cancelled"),
  ];
  const changed = sum((part) => part.chosen) - scheduled;
  return {
    planned,
    scheduled,
    delivered: Math.max(0, scheduled - waiting - dead - cancelled - taken_over),
    waiting,
    dead,
    cancelled,
    taken_over,
    queued: sum((part) => part.queued),
    skipped: addUp([...parts.map(({ skipped }) => skipped), changed > 0 ? { changed } : {}]),
  };
}

function addUp(all: readonly ReplaySkips[]): ReplaySkips {
  const total: ReplaySkips = {};
  for (const skips of all)
    for (const [reason, count] of Object.entries(skips) as [keyof ReplaySkips, number][])
      total[reason] = (total[reason] ?? 0) + count;
  return total;
}
