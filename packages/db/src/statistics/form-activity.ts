import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a form's posts of a day came to. */
export interface FormDay {
  client_id: string;
  form_id: string;
  /** UTC; see `dayOf`. */
  day: number;
  /** null: taken. */
  reason: IntakeReason | null;
  value: number;
  /** The last hour in which there was one, a half of it said by .5; 0 in rows of before. See `hourOf`. */
  hour: number;
  fields_json: string | null;
}

/** Counters looked through at most; a form has some ten a day. */
const mostLooked = 20_000;

/** What came of the posts of these clients' forms, each day from this one on: the counters are read, never what they count. */
export function formActivity(
  scope: OperatorScope,
  clientIds: readonly string[],
  fromDay: number,
): Statement<FormDay[]> {
  requireClients(scope, clientIds);
  const wanted = sql`${jsonValues(clientIds)} AS c`;
  const query = sql<FormDay>`
    SELECT * FROM (
      SELECT d.client_id, form.key AS form_id, d.day, NULL AS reason, (SELECT sum(value) FROM json_each(form.value)) AS value,
        d.day * 24 + coalesce((
          SELECT max(CAST(slot.key AS INTEGER)) FROM json_tree(d.slots_json, '$."' || form.key || '"') AS slot
          WHERE slot.atom IS NOT NULL), 0) / 2.0 AS hour, NULL AS fields_json
      FROM ${wanted} CROSS JOIN day_counters AS d ON d.client_id = c.value AND d.day >= ${fromDay}
      CROSS JOIN json_each(d.came_json) AS form LIMIT ${mostLooked})
    UNION ALL SELECT * FROM (
      SELECT t.client_id, t.form_id, t.day, NULL, t.value, t.hour, NULL
      FROM ${wanted} CROSS JOIN submission_counters AS t ON t.client_id = c.value AND t.day >= ${fromDay}
      LIMIT ${mostLooked})
    UNION ALL SELECT * FROM (
      SELECT i.client_id, i.form_id, i.day, i.reason, i.value, i.hour, i.fields_json
      FROM ${wanted} CROSS JOIN intake_counters AS i ON i.client_id = c.value AND i.day >= ${fromDay}
      LIMIT ${mostLooked})`;
  return rowsOf(query.compile(queries), (row) => row);
}
