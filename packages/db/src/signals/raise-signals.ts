import type { SignalType } from "@leadrelay/contracts/event-type";
import type { Signal } from "@leadrelay/contracts/signal";
import { sql } from "kysely";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import type { SignalsTable } from "../tables/signals-table.ts";

/** Of these each raise counts: how many leads is what they tell. Of the others the first is enough, and the rest writes nothing. */
const adding: readonly SignalType[] = ["workflow.step_run", "delivery.unconfirmed"];

/** Of this one the last counts: what fails after it has not ended with it. */
const latest: SignalType = "delivery.recovered";

const isOne = (types: readonly SignalType[]) => sql`signals.type IN (${sql.join(types)})`;

/** SQL: what becomes of one that is there already. */
export const orAdd = sql`ON CONFLICT DO UPDATE SET count = signals.count + excluded.count,
      detail_json = iif(signals.count = 0, excluded.detail_json, signals.detail_json),
      raised_at = iif(signals.count = 0 OR ${isOne([latest])}, excluded.raised_at, signals.raised_at)
      WHERE signals.count = 0 OR ${isOne([...adding, latest])}`;

/**
 * Raises signals in a client's lead database, in the batch of what they tell of; none for an empty list. The alert sweep tells them within a minute
 * to the destinations of the client that take their type, and forgets them. Raise them freely: one that is there already is one row read, one whose
 * leads add up one row written. Never for a notice's own delivery (`is_notice`), or an event would loop.
 */
export function raiseSignals(_scope: PipelineScope, signals: readonly Signal[]): Statement<number>[] {
  const rows = signals.map(
    ({ type, client_id, destination_id, subject, count, raised_at, part, sample }): SignalsTable => ({
      destination_id,
      type,
      subject,
      client_id,
      count,
      detail_json: JSON.stringify({ part, sample }),
      raised_at,
      due_at: raised_at,
      told_at: null,
    }),
  );
  return insertRows<SignalsTable>(
    "signals",
    [
      "destination_id",
      "type",
      "subject",
      "client_id",
      "count",
      "detail_json",
      "raised_at",
      "due_at",
      "told_at",
    ],
    rows,
    orAdd,
  );
}
