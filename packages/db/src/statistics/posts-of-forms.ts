import { dayOf } from "@leadrelay/core/statistics/day-of";
import { halfHoursOfDay } from "@leadrelay/core/statistics/half-hour-of";
import { startOfHour } from "@leadrelay/core/statistics/hour-of";
import { honeypotReasons } from "@leadrelay/contracts/intake-counts";
import { sql, type RawBuilder } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { countedSince } from "./lately.ts";

/** How a form's posts ended: since an hour, and on the seven days before that hour's. */
export interface PostsOfForm {
  form_id: string;
  taken: number;
  week_taken: number;
  week_refused: number;
  week_dropped: number;
}

const week = 7;

/** Of these forms, each with its client: what they took since this hour (see `hourOf`), and what came of their posts in the week before. */
export function postsOfForms(
  scope: OperatorScope,
  forms: readonly { client_id: string; form_id: string }[],
  sinceHour: number,
): Statement<PostsOfForm[]> {
  requireClients(
    scope,
    forms.map(({ client_id }) => client_id),
  );
  const wanted = jsonValues(forms.map(({ client_id, form_id }) => [client_id, form_id]));
  const today = dayOf(startOfHour(sinceHour));
  const days = jsonValues(Array.from({ length: week + 2 }, (_, index) => today - week + index));
  const honeypots = sql.join(honeypotReasons.map((reason) => sql`${reason}`));
  const ofForm = sql`counted.client_id = f.value ->> 0 AND counted.day = d.value AND counted.form_id = f.value ->> 1`;
  const ofDay = sql`counted.client_id = f.value ->> 0 AND counted.day = d.value`;
  const inDay = (column: string) =>
    sql`json_tree(${sql.ref(column)}, '$."' || (f.value ->> 1) || '"') AS leaf`;
  const lately = sql`leaf.atom IS NOT NULL AND counted.day * ${halfHoursOfDay} + leaf.key >= ${sinceHour * 2}`;
  const query = sql<PostsOfForm>`
    SELECT f.value ->> 1 AS form_id,
      (SELECT coalesce(sum(leaf.atom), 0) FROM ${days} AS d CROSS JOIN day_counters AS counted ON ${ofDay}
        CROSS JOIN ${inDay("counted.slots_json")} WHERE ${lately})
        + ${sum("submission_counters", days, sql`${ofForm} AND counted.day >= ${today}`, countedSince(sinceHour))} AS taken,
      ${sum("submission_counters", days, sql`${ofForm} AND counted.day < ${today}`)} + (
        SELECT coalesce(sum(leaf.atom), 0) FROM ${days} AS d CROSS JOIN day_counters AS counted ON ${ofDay}
        CROSS JOIN ${inDay("counted.came_json")} WHERE counted.day < ${today}) AS week_taken,
      ${sum("intake_counters", days, sql`${ofForm} AND counted.day < ${today} AND counted.reason NOT IN (${honeypots})`)} AS week_refused,
      ${sum("intake_counters", days, sql`${ofForm} AND counted.day < ${today} AND counted.reason = 'honeypot'`)} AS week_dropped
    FROM ${wanted} AS f`;
  return rowsOf(query.compile(queries), (row) => row);
}

type Sql = RawBuilder<unknown>;

const sum = (
  table: "submission_counters" | "intake_counters",
  days: Sql,
  where: Sql,
  value: Sql = sql`counted.value`,
) =>
  sql`(SELECT COALESCE(sum(${value}), 0) FROM ${days} AS d CROSS JOIN ${sql.table(table)} AS counted ON ${where})`;
