import { slotsMs } from "@leadrelay/core/replay/slots";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A row of sends at a destination, the first at this time (ms), the others at the pace's interval behind it. */
export interface ReservedSlots {
  destination_id: string;
  first_at: number;
}

/** Takes the next free sends of each destination; two replays at one destination never get the same. Twice takes twice as many. */
export function reserveSlots(
  _scope: PipelineScope,
  wanted: ReadonlyMap<string, number>,
  perSecond: number,
  nowMs: number,
): Statement<ReservedSlots[]> {
  const spans = new Map([...wanted].map(([id, sends]) => [id, slotsMs(sends, perSecond)]));
  const query = sql<{ destination_id: string; next_slot_at: number }>`
    INSERT INTO destination_pace (destination_id, per_second, next_slot_at)
    SELECT value ->> 0, ${perSecond}, ${nowMs} + value ->> 1 FROM json_each(${JSON.stringify([...spans])}) WHERE true
    ON CONFLICT (destination_id) DO UPDATE SET per_second = excluded.per_second,
      next_slot_at = max(next_slot_at, ${nowMs}) + excluded.next_slot_at - ${nowMs}
    RETURNING destination_id, next_slot_at`;
  return rowsOf(query.compile(queries), ({ destination_id, next_slot_at }) => ({
    destination_id,
    first_at: next_slot_at - (spans.get(destination_id) ?? 0),
  }));
}
