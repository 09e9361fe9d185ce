import { latencyBuckets, type LatencyCount } from "@leadrelay/db/statistics/latency-buckets";
import { dailyStatistics } from "@leadrelay/db/statistics/daily-statistics";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { env } from "cloudflare:test";
import { rows, type Tenant } from "./tenant.ts";

/** May touch these clients, and with `isInstallation` what has none. */
export const scopeOf = (clientIds: readonly string[], isInstallation = false): OperatorScope => ({
  kind: "operator",
  clients: clientIds.map((id) => ({ id, database: "DB", masked: false })),
  agencyIds: [],
  isInstallation,
});

const always = { fromDay: 0, toDay: 100_000 };
const counted = ({ clientId }: Pick<Tenant, "clientId">) => ({ ...always, clientIds: [clientId] });

/** All that was ever counted of a tenant, as `{ new_lead: 2, delivered: 1 }`. */
export async function countersOf(tenant: Tenant): Promise<Record<string, number>> {
  const statement = dailyStatistics(scopeOf([tenant.clientId]), { ...counted(tenant), by: [] });
  const counts = await runOne(env.DB, statement);
  return Object.fromEntries(counts.map(({ counter, value }) => [counter, value]));
}

/** What was counted of a client's leads after they were taken, as `form destination word: 2`, a line a day. */
export async function outcomesOf({ clientId }: Pick<Tenant, "clientId">): Promise<Record<string, number>> {
  const counted = await rows<{ day: number; form: string; destination: string; word: string; value: number }>(
    `SELECT c.day, f.key AS form, d.key AS destination, w.key AS word, w.value AS value
     FROM day_counters AS c, json_each(c.outcomes_json) AS f, json_each(f.value) AS d, json_each(d.value) AS w WHERE c.client_id = ?`,
    clientId,
  );
  return Object.fromEntries(
    counted.map(({ day, form, destination, word, value }) => [
      [day, form, destination, word].join(" "),
      value,
    ]),
  );
}

/** A tenant's counters in full, day by day. */
export async function dailyCountsOf(tenant: Tenant) {
  const by = ["day", "form_id", "destination_id"] as const;
  const statement = dailyStatistics(scopeOf([tenant.clientId]), { ...counted(tenant), by });
  return await runOne(env.DB, statement);
}

/** How long a tenant's deliveries took, by form and destination. */
export async function latenciesOf(tenant: Tenant): Promise<LatencyCount[]> {
  const by = ["day", "form_id", "destination_id"] as const;
  const statement = latencyBuckets(scopeOf([tenant.clientId]), { ...counted(tenant), by });
  return await runOne(env.DB, statement);
}

/** SQL: deliveries that were counted, wherever they are, as a table. */
export const deliveryCounts = `(
  SELECT client_id, day, form_id, destination_id, outcome, bucket, value FROM delivery_counters
  UNION ALL
  SELECT c.client_id, c.day, iif(f.key = '-', '', f.key), d.key, 'delivered', CAST(b.key AS INTEGER), b.value
  FROM day_counters AS c, json_each(c.arrived_json) AS f, json_each(f.value) AS d, json_each(d.value) AS b WHERE b.key <> 'm')`;

/** SQL: submissions that were counted, as a table. */
export const submissionCounts = `(
  SELECT c.client_id, c.day, f.key AS form_id, o.key AS outcome, o.value AS value
  FROM day_counters AS c, json_each(c.came_json) AS f, json_each(f.value) AS o)`;
