import { slotAt } from "@leadrelay/core/replay/slots";
import { reserveSlots } from "@leadrelay/db/replays/reserve-slots";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";

/** When the send with this index, from 0, to a destination has its turn, ms UTC. */
export type TimeOf = (destinationId: string, index: number) => number;

/** Reserves the times of so many sends to each destination: now, or at the pace that its replays share. */
export async function reserveTimes(
  counts: ReadonlyMap<string, number>,
  { perSecond, nowMs }: { perSecond: number | null; nowMs: number },
  control: D1Database,
): Promise<TimeOf> {
  if (perSecond === null || counts.size === 0) return () => nowMs;
  const reserved = await runOne(control, reserveSlots(pipelineScope, counts, perSecond, nowMs));
  const firstAt = new Map(reserved.map(({ destination_id, first_at }) => [destination_id, first_at]));
  return (id, index) => slotAt(firstAt.get(id) ?? nowMs, index, perSecond);
}
