import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Behind their delivery tries of the schedule are made within this time; what is made later is found by a row of its own. */
export const lateAfterMs = 86_400_000;

/** A try that comes more than a day behind its delivery. */
export interface LateExchange extends DeliveryKey {
  number: number;
  /** ms UTC. */
  started_at: number;
}

/** Writes down where those are whose exchange `removeExchanges` would not find by their delivery's time. */
export const keepLateExchanges = (_scope: PipelineScope, late: readonly LateExchange[]): Statement<number> =>
  write(
    sql`
      INSERT INTO late_exchanges (started_at, lead_id, event_id, destination_id, number)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
      FROM json_each(${JSON.stringify(late.map(({ started_at, lead_id, event_id, destination_id, number }) => [started_at, lead_id, event_id, destination_id, number]))}) WHERE true
      ON CONFLICT DO NOTHING`.compile(queries),
  );
