import { env } from "cloudflare:test";
import type { House } from "./people.ts";

/** When the first of `manyDeliveries` was created. */
export const manyFrom = 1_700_000_000_000;

/**
 * So many deliveries of a house in a moment, one of each lead: a second apart; every thousandth is pending, the next in flight, the
 * next held, the next dead with an open letter, the rest delivered.
 */
export async function manyDeliveries(house: House, count: number): Promise<void> {
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)`;
  const status = `CASE i % 1000 WHEN 0 THEN 'pending' WHEN 1 THEN 'in_flight' WHEN 2 THEN 'held' WHEN 3 THEN 'dead' ELSE 'delivered' END`;
  const given = [count, house.clientId, house.formId, house.destinationId, manyFrom] as const;
  const reserve = "UPDATE id_ranges SET next = next + ? WHERE name = 'leads' RETURNING next AS id";
  const base = ((await env.DB.prepare(reserve).bind(count).first<number>("id")) ?? 0) - count - 1;
  await env.DB.batch(
    [
      `INSERT INTO leads (id, public_id, client_id, form_id, project_key, submission_count, first_submitted_at, last_submitted_at)
        ${numbers} SELECT ?6 + i, printf('lead-%d', ?6 + i), ?2, ?3, '', 1, ?5 + i * 1000, ?5 + i * 1000 FROM n WHERE ?4 <> ''`,
      `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, attempts, max_attempts,
        next_attempt_at, lease_until, settled_at, created_at, form_id, submitted_at, dead_letter_id, last_status_code, last_error)
        ${numbers} SELECT ?6 + i, printf('event-%d', ?6 + i), ?4, printf('delivery-%d', ?6 + i), ?2, ${status}, 1, 10,
          iif(i % 1000 IN (0, 1), ?5 + i * 1000, NULL), iif(i % 1000 = 1, ?5 + i * 1000 + 60000, NULL),
          iif(i % 1000 < 3, NULL, ?5 + i * 1000), ?5 + i * 1000, ?3, ?5 + i * 1000,
          iif(i % 1000 = 3, printf('letter-%d', ?6 + i), NULL), iif(i % 1000 = 3, 400, NULL),
          iif(i % 1000 = 3, 'HTTP 400: anna@example.com is unknown', NULL) FROM n`,
      `INSERT INTO dead_letters (id, client_id, kind, cause, lead_id, event_id, destination_id, attempts, last_status_code,
        last_error, first_failed_at, last_failed_at, created_at)
        ${numbers} SELECT printf('letter-%d', ?6 + i), ?2, 'delivery', 'refused', ?6 + i, printf('event-%d', ?6 + i), ?4, 1, 400,
          'HTTP 400: anna@example.com is unknown', ?5 + i * 1000, ?5 + i * 1000, ?5 + i * 1000 FROM n WHERE i % 1000 = 3 AND ?3 <> ''`,
    ].map((sql) => env.DB.prepare(sql).bind(...given, base)),
  );
}
