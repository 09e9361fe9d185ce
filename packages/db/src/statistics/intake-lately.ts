import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { startOfHour } from "@leadrelay/core/statistics/hour-of";
import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { countedSince } from "./lately.ts";

/** What a form's posts ended as since an hour, as the producer told of it. */
export interface LatelyCounted {
  client_id: string;
  form_id: string;
  reason: IntakeReason;
  value: number;
  /** JSON; null where that says nothing. */
  fields_json: string | null;
}

/** Counters looked through at most: a form has some ten a day. */
const mostLooked = 2_000;

/** What was refused of these clients' forms since this hour (see `hourOf`), and honeypots filled. The hour is one of the last two. */
export function intakeLately(
  scope: OperatorScope,
  clientIds: readonly string[],
  sinceHour: number,
): Statement<LatelyCounted[]> {
  requireClients(scope, clientIds);
  const query = sql<LatelyCounted>`
    SELECT client_id, form_id, reason, sum(lately) AS value, max(fields_json) AS fields_json FROM (
      SELECT counted.client_id, counted.form_id, counted.reason, counted.fields_json, ${countedSince(sinceHour)} AS lately
      FROM ${jsonValues(clientIds)} AS c CROSS JOIN intake_counters AS counted
      ON counted.client_id = c.value AND counted.day >= ${dayOf(startOfHour(sinceHour))}
      LIMIT ${mostLooked}
    ) WHERE lately > 0 GROUP BY client_id, form_id, reason`;
  return rowsOf(query.compile(queries), (row) => row);
}
