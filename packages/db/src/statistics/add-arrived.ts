import type { DeliveryCount } from "@leadrelay/core/statistics/count-commit";
import { sql, type RawBuilder } from "kysely";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { added, untold, whereItFits } from "./day-paths.ts";
import { hourKey } from "./hour-of-day.ts";

/** SQL: adds what arrived to its client's day. `found` has columns client_id, day, form_id, destination_id, bucket, value, mended and at: when, ms, within one hour; NULL where that is told nowhere. */
export const addToArrived = (found: RawBuilder<unknown>): Statement<number> =>
  write(
    sql`
      INSERT INTO day_counters (client_id, day, at_1, at_2, at_3, more, more_2, hours_json, arrived_json)
      SELECT client_id, day, ${path(sql`bucket`)}, iif(mended > 0, ${path(sql`'m'`)}, NULL), ${hourPath}, value, mended,
        iif(at IS NULL, '{}', json_object(destination_id, json_object(${hourKey(sql`at`)}, value, 'at', at))),
        iif(mended > 0, json_set('{}', ${path(sql`bucket`)}, value, ${path(sql`'m'`)}, mended), json_set('{}', ${path(sql`bucket`)}, value))
      FROM (${found}) WHERE true
      ON CONFLICT DO UPDATE SET arrived_json = iif(excluded.at_2 IS NULL,
        ${added("arrived_json", sql`excluded.at_1`, sql`excluded.more`)},
        ${whereItFits("arrived_json", sql`excluded.at_1`, alsoMended)}),
        hours_json = iif(excluded.at_3 IS NULL, hours_json, ${whereItFits("hours_json", sql`excluded.at_3`, inItsHour)})`.compile(
      queries,
    ),
  );

const alsoMended = sql`json_set(arrived_json, excluded.at_1, coalesce(arrived_json ->> excluded.at_1, 0) + excluded.more,
  excluded.at_2, coalesce(arrived_json ->> excluded.at_2, 0) + excluded.more_2)`;

/** Of this destination in this hour; NULL where the hour is. */
const hourPath = sql`('$."' || destination_id || '"."' || ${hourKey(sql`at`)} || '"')`;
/** When its last arrived, beside. */
const lastPath = sql`(substr(excluded.at_3, 1, instr(excluded.at_3, '"."')) || '."at"')`;

const inItsHour = sql`json_set(hours_json, excluded.at_3, coalesce(hours_json ->> excluded.at_3, 0) + excluded.more,
  ${lastPath}, max(coalesce(hours_json ->> ${lastPath}, 0), excluded.hours_json ->> ${lastPath}))`;

const path = (leaf: RawBuilder<unknown>) =>
  sql`'$."' || iif(coalesce(form_id, '') = '', ${sql.lit(untold)}, form_id) || '"."' || destination_id || '"."' || ${leaf} || '"'`;

/** What arrived while D1 was down, counted with the commit that writes it. */
export const addArrived = (_scope: PipelineScope, counts: readonly DeliveryCount[]): Statement<number>[] =>
  jsonChunks(
    counts.map(({ client_id, day, form_id, destination_id, bucket, value }) => [
      client_id,
      day,
      form_id,
      destination_id,
      bucket,
      value,
    ]),
    "day_counters",
  ).map((json) =>
    addToArrived(sql`
      SELECT j.value ->> 0 AS client_id, j.value ->> 1 AS day, j.value ->> 2 AS form_id, j.value ->> 3 AS destination_id,
        j.value ->> 4 AS bucket, j.value ->> 5 AS value, 0 AS mended, NULL AS at FROM json_each(${json}) AS j`),
  );
