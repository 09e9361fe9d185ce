import type { Told } from "@leadrelay/core/alerts/plan-alerts";
import { sql } from "kysely";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { ToldAlertsTable } from "../tables/told-alerts-table.ts";

/** Remembers what was told, and forgets what is over. */
export const rememberTold = (
  _scope: PipelineScope,
  told: readonly Told[],
  over: readonly string[],
): Statement<number>[] => [
  ...insertRows<ToldAlertsTable>(
    "told_alerts",
    ["subject", "client_id", "destination_id", "kind", "since", "count", "told_at"],
    told.map(({ destination, subject, kind, since, count, told_at }) => ({
      subject,
      client_id: destination.client_id,
      destination_id: destination.id,
      kind: kind as ToldAlertsTable["kind"],
      since,
      count,
      told_at,
    })),
    sql`ON CONFLICT DO UPDATE SET since = excluded.since, count = excluded.count, told_at = excluded.told_at`,
  ),
  ...(over.length === 0
    ? []
    : [
        write(
          sql`DELETE FROM told_alerts WHERE subject IN (SELECT value FROM json_each(${JSON.stringify(over)}))`.compile(
            queries,
          ),
        ),
      ]),
];

/** Forgets what was told so long ago that it would be told again. */
export const forgetOldTold = (_scope: PipelineScope, before: number): Statement<number> =>
  write(
    sql`DELETE FROM told_alerts WHERE kind <> 'down' AND subject IN (
      SELECT subject FROM told_alerts INDEXED BY told_alerts_told WHERE told_at < ${before} LIMIT 500)`.compile(
      queries,
    ),
  );
