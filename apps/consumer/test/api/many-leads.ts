import { env } from "cloudflare:test";
import { leanTrace } from "./lean-trace.ts";
import type { Tenant } from "../tenant.ts";

/** When the first of `manyLeads` was submitted. */
export const manyLeadsFrom = 1_700_000_000_000;

const trace = leanTrace("new_lead", "lead.created");

/**
 * So many leads of a tenant in a moment, submitted a second apart, each once. The n-th (from 1) is `Anna Family<n % 500>` with the
 * e-mail `p<n>@example.com` and the phone `+91-<9000000000 + n>`; every thousandth stands at `won`.
 */
export async function manyLeads(tenant: Tenant, count: number): Promise<void> {
  const reserve = "UPDATE id_ranges SET next = next + ? WHERE name = 'leads' RETURNING next AS id";
  const base = ((await env.DB.prepare(reserve).bind(count).first<number>("id")) ?? 0) - count - 1;
  const numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)";
  const publicId = "printf('%08x-0000-7000-8000-%012x', i, ?4)";
  await env.DB.batch(
    [
      `INSERT INTO leads (id, public_id, client_id, form_id, project_key, contact_name, contact_email, contact_phone, status,
        submission_count, first_submitted_at, last_submitted_at)
        ${numbers} SELECT ?4 + i, ${publicId}, ?2, ?3, '', 'Anna Family' || (i % 500), 'p' || i || '@example.com',
          '+91-' || (9000000000 + i), iif(i % 1000 = 0, 'won', 'new'), 1, ?5 + i * 1000, ?5 + i * 1000 FROM n`,
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json,
        decision_json, submitted_at)
        ${numbers} SELECT ?4 + i, 1, ?4 + i, ${publicId}, ?2, ?3, 'new_lead', '{}', '${trace}', ?5 + i * 1000 FROM n`,
      `INSERT INTO lead_identities (client_id, is_test, kind, value, project_key, lead_id)
        ${numbers} SELECT ?2, 0, 'email', 'p' || i || '@example.com', '', ?4 + i FROM n WHERE ?3 <> '' AND ?5 > 0`,
      `INSERT INTO lead_identities (client_id, is_test, kind, value, project_key, lead_id)
        ${numbers} SELECT ?2, 0, 'phone', '+91-' || (9000000000 + i), '', ?4 + i FROM n WHERE ?3 <> '' AND ?5 > 0`,
      `INSERT INTO lead_name_words (client_id, is_test, word, lead_id)
        ${numbers} SELECT ?2, 0, 'anna', ?4 + i FROM n WHERE ?3 <> '' AND ?5 > 0`,
      `INSERT INTO lead_name_words (client_id, is_test, word, lead_id)
        ${numbers} SELECT ?2, 0, 'family' || (i % 500), ?4 + i FROM n WHERE ?3 <> '' AND ?5 > 0`,
    ].map((text) => env.DB.prepare(text).bind(count, tenant.clientId, tenant.formId, base, manyLeadsFrom)),
  );
}
