import type { TestStack } from "../../harness/start-stack.ts";

/**
 * So many leads of the demo's client in a moment, a minute apart, each with its submission and its delivery: names, addresses and
 * numbers all differ, and one in a hundred has a dead letter.
 */
export async function manyLeads(stack: TestStack, count: number): Promise<void> {
  const [form] = await stack.query<{ id: string; client_id: string }>(
    "SELECT id, client_id FROM forms LIMIT 1",
  );
  const [destination] = await stack.query<{ id: string }>("SELECT id FROM destinations LIMIT 1");
  if (form === undefined || destination === undefined) throw new Error("The demo has both from the start");
  const first = Date.now() - count * 60_000;
  const part = 10_000;
  for (let from = 0; from < count; from += part) {
    const given = [from, Math.min(part, count - from), form.client_id, form.id, first] as const;
    const numbers = `WITH RECURSIVE n (i) AS (SELECT ?1 + 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 + ?2)`;
    const at = "?5 + i * 60000";
    await stack.query(
      `INSERT INTO leads (id, public_id, client_id, form_id, project, project_key, contact_name, contact_email, contact_phone, status,
        submission_count, first_submitted_at, last_submitted_at, last_sent_at)
       ${numbers} SELECT 1000000 + i, printf('bench-lead-%d', i), ?3, ?4, 'Lakeside', 'lakeside', printf('Person %d Bench', i),
        printf('person%d@example.com', i), printf('+91-98%08d', i), CASE i % 4 WHEN 0 THEN 'new' WHEN 1 THEN 'contacted' ELSE 'won' END,
        1, ${at}, ${at}, ${at} FROM n`,
      ...given,
    );
    await stack.query(
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, contact_name, contact_email,
        contact_phone, payload_json, decision_json, submitted_at)
       ${numbers} SELECT 1000000 + i, 1, 1000000 + i, printf('bench-sub-%d', i), ?3, ?4, 'new_lead', printf('Person %d Bench', i),
        printf('person%d@example.com', i), printf('+91-98%08d', i), '{}', '{}', ${at} FROM n`,
      ...given,
    );
    await stack.query(
      `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, form_id, status, attempts, max_attempts, settled_at,
        created_at, submitted_at, last_status_code)
       ${numbers} SELECT 1000000 + i, printf('bench-event-%d', i), ?6, printf('bench-delivery-%d', i), ?3, ?4, 'delivered', 1, 10, ${at},
        ${at}, ${at}, 200 FROM n`,
      ...given,
      destination.id,
    );
  }
}
