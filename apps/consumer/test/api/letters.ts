import { env } from "cloudflare:test";
import type { Tenant } from "../tenant.ts";

/** A letter about a message that was never stored; without a tenant, one that belongs to no client. Returns its id. */
export async function messageLetter(
  tenant: Tenant | null,
  given: { kind?: string; cause?: string; payload?: string | null; at?: number } = {},
): Promise<string> {
  const { kind = "poison", cause = "constraint", at = 1_700_000_000_000 } = given;
  const message = tenant?.submission();
  const payload = given.payload === undefined ? JSON.stringify(message ?? null) : given.payload;
  const id = crypto.randomUUID();
  await env.DB.prepare(
    `INSERT INTO dead_letters (id, client_id, kind, cause, submission_id, payload_json, attempts, first_failed_at, last_failed_at, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7, ?7)`,
  )
    .bind(id, tenant?.clientId ?? null, kind, cause, message?.submission_id ?? null, payload, at)
    .run();
  return id;
}

/** So many open letters of a tenant, a second apart; every thousandth `gone`, the others `refused`. */
export async function manyLetters(
  { clientId, destinationId }: Tenant,
  count: number,
  from: number,
): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO dead_letters (id, client_id, kind, cause, destination_id, attempts, first_failed_at, last_failed_at, created_at)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     SELECT printf('%s-%d', ?2, i), ?2, 'delivery', iif(i % 1000 = 0, 'gone', 'refused'), ?3, 1, ?4 + i * 1000, ?4 + i * 1000,
       ?4 + i * 1000 FROM n`,
  )
    .bind(count, clientId, destinationId, from)
    .run();
}
