import type { HoneypotReason } from "@leadrelay/contracts/intake-counts";
import type { QuarantinedRow } from "@leadrelay/core/decide/commit-plan";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { sql, type RawBuilder } from "kysely";
import { allColumns } from "../all-columns.ts";
import { jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { addToCounter } from "../statistics/lately.ts";
import { queries, write, type Statement } from "../statement.ts";

const quarantinedColumns = allColumns<QuarantinedRow>()([
  "client_id",
  "public_id",
  "form_id",
  "contact_name",
  "contact_email",
  "contact_phone",
  "project",
  "payload_json",
  "message_json",
  "submitted_at",
  "expires_at",
]);

/** Of a form and UTC day: more than a person looks through, and all that a flood can make of it. */
export const mostQuarantined = 1_000;

/**
 * Keeps what was quarantined, as much of it as its form has room for that day; counts what is kept, and as dropped what is not. The counter
 * is the bound: one row is read of each form, however full it is.
 */
export function keepQuarantined(_scope: PipelineScope, rows: readonly QuarantinedRow[]): Statement<number>[] {
  if (rows.length === 0) return [];
  const groups = Map.groupBy(rows, ({ client_id, form_id, submitted_at }) =>
    JSON.stringify([client_id, dayOf(submitted_at), form_id]),
  );
  const placed = [...groups.values()].flatMap((group) =>
    group.map((row, place) => [
      ...quarantinedColumns.map((column) => row[column]),
      dayOf(row.submitted_at),
      place,
    ]),
  );
  const counted = [...groups].map(([key, group]) => [
    ...(JSON.parse(key) as [string, number, string]),
    hourOf(Math.max(...group.map(({ submitted_at }) => submitted_at))),
    group.length,
  ]);
  return [
    count(counted, "honeypot", sql`j.value ->> 4 - ${keptOf}`),
    ...jsonChunks(placed, "quarantined_submissions").map(insert),
    count(counted, "honeypot_quarantined", keptOf),
  ];
}

const at = (name: keyof QuarantinedRow) => sql.raw(`j.value ->> ${quarantinedColumns.indexOf(name)}`);

/** How many are kept of the form's day that `j` is of, before these. */
const had = (
  client: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  form: RawBuilder<unknown>,
) => sql`coalesce((
  SELECT c.value FROM intake_counters AS c
  WHERE c.client_id = ${client} AND c.day = ${day} AND c.form_id = ${form} AND c.reason = 'honeypot_quarantined'), 0)`;

const keptOf = sql`min(j.value ->> 4, max(0, ${mostQuarantined} - ${had(sql`j.value ->> 0`, sql`j.value ->> 1`, sql`j.value ->> 2`)}))`;

const insert = (json: string): Statement<number> => {
  const { length } = quarantinedColumns;
  const day = sql.raw(`j.value ->> ${length}`);
  const place = sql.raw(`j.value ->> ${length + 1}`);
  return write(
    sql`
      INSERT INTO quarantined_submissions (${sql.raw(quarantinedColumns.join(", "))})
      SELECT ${sql.raw(quarantinedColumns.map((_, index) => `j.value ->> ${index}`).join(", "))} FROM json_each(${json}) AS j
      WHERE ${had(at("client_id"), day, at("form_id"))} + ${place} < ${mostQuarantined}`.compile(queries),
  );
};

const count = (
  counted: readonly unknown[],
  reason: HoneypotReason,
  posts: RawBuilder<unknown>,
): Statement<number> =>
  write(
    sql`
      INSERT INTO intake_counters (client_id, day, form_id, reason, value, hour, in_hour)
      SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, ${reason}, ${posts}, j.value ->> 3, ${posts}
      FROM json_each(${JSON.stringify(counted)}) AS j WHERE ${posts} > 0 ${addToCounter}`.compile(queries),
  );
