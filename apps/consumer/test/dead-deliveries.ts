import { env } from "cloudflare:test";
import { sealUrl } from "./deliver-wakeups.ts";
import { newTenant, type Tenant } from "./tenant.ts";

interface Dead {
  /** When it failed last (ms); each one a millisecond after the one before. */
  failedAt?: number;
  cause?: string;
  statusCode?: number | null;
  formId?: string;
  destinationId?: string;
  attempts?: number;
}

/** Deliveries of a tenant that are dead, each with its event and its open letter; their public ids in order of failure. */
export async function addDead(tenant: Tenant, count: number, given: Dead = {}): Promise<string[]> {
  const { failedAt = 1_000, cause = "exhausted", statusCode = 500, attempts = 10 } = given;
  const rows = Array.from({ length: count }, (_, index) => ({
    lead: Math.floor(Math.random() * 2 ** 50),
    event: crypto.randomUUID(),
    public_id: crypto.randomUUID(),
    letter: crypto.randomUUID(),
    submission: crypto.randomUUID(),
    at: failedAt + index,
  }));
  const json = JSON.stringify(rows);
  const { clientId } = tenant;
  const destinationId = given.destinationId ?? tenant.destinationId;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO events (lead_id, id, client_id, type, submission_public_id, payload_json, created_at)
       SELECT value ->> 'lead', value ->> 'event', ?, 'lead.created', value ->> 'submission', '{}', 0 FROM json_each(?)`,
    ).bind(clientId, json),
    env.DB.prepare(
      `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, attempts, max_attempts,
         settled_at, created_at, last_status_code, dead_letter_id, form_id)
       SELECT value ->> 'lead', value ->> 'event', ?, value ->> 'public_id', ?, 'dead', ?, ?, value ->> 'at', 0, ?,
         value ->> 'letter', ? FROM json_each(?)`,
    ).bind(destinationId, clientId, attempts, attempts, statusCode, given.formId ?? tenant.formId, json),
    env.DB.prepare(
      `INSERT INTO dead_letters (id, client_id, kind, cause, submission_id, lead_id, event_id, destination_id, attempts,
         last_status_code, first_failed_at, last_failed_at, created_at)
       SELECT value ->> 'letter', ?, 'delivery', ?, value ->> 'submission', value ->> 'lead', value ->> 'event', ?, ?, ?,
         0, value ->> 'at', value ->> 'at' FROM json_each(?)`,
    ).bind(clientId, cause, destinationId, attempts, statusCode, json),
  ]);
  return rows.map(({ public_id }) => public_id);
}

/** A tenant with so many dead deliveries, and their public ids. */
export async function tenantWithDead(count: number, given: Dead = {}) {
  const tenant = await newTenant();
  await sealUrl(tenant, "https://hook.example.com/abc");
  return { tenant, ids: await addDead(tenant, count, given) };
}
