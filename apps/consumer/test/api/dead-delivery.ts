import { deliveryId, deliveryLetterId, eventId } from "@leadrelay/core/ids/derived-id";
import { env } from "cloudflare:test";
import type { Tenant } from "../tenant.ts";

/** What nobody may see who sees contacts masked. */
export const secretContact = {
  name: "Asha Raghunathan",
  email: "asha.r@example.com",
  phone: "+91-9876500000",
} as const;

/** When `deadDelivery` was submitted. */
export const deadSince = 1_700_000_000_000;

export interface DeadDelivery {
  lead_id: string;
  submission_id: string;
  delivery_id: string;
  dead_letter_id: string;
  /** The row's. */
  leadRow: number;
  event_id: string;
}

/** A lead of a tenant that a receiver refused at the second try, quoting its contact details; with its open letter. */
export async function deadDelivery(
  tenant: Tenant,
  at = deadSince,
  said = `${secretContact.email} is unknown`,
): Promise<DeadDelivery> {
  const submission = crypto.randomUUID();
  const event = eventId(submission, "lead.created");
  const delivery = deliveryId(event, tenant.destinationId);
  const letter = deliveryLetterId(delivery, 2);
  const lead = crypto.randomUUID();
  const error = `HTTP 400: ${said}`;
  const payload = JSON.stringify({ ...secretContact, lead_public_id: lead });
  const reserve = "UPDATE id_ranges SET next = next + 1 WHERE name = 'leads' RETURNING next - 1 AS id";
  const id = (await env.DB.prepare(reserve).first<number>("id")) ?? 0;
  const insert = (table: string, row: Record<string, unknown>) =>
    env.DB.prepare(
      `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row)
        .map(() => "?")
        .join(", ")})`,
    ).bind(...Object.values(row));
  const contact = {
    contact_name: secretContact.name,
    contact_email: secretContact.email,
    contact_phone: secretContact.phone,
  };
  const owner = { client_id: tenant.clientId, form_id: tenant.formId };
  const key = { lead_id: id, event_id: event, destination_id: tenant.destinationId };
  const tried = { ...key, client_id: tenant.clientId, status_code: 400, error, duration_ms: 80 };
  await env.DB.batch([
    insert("leads", {
      id,
      public_id: lead,
      ...owner,
      ...contact,
      project_key: "",
      submission_count: 1,
      first_submitted_at: at,
      last_submitted_at: at,
    }),
    insert("lead_submissions", {
      lead_id: id,
      submission_number: 1,
      id,
      public_id: submission,
      ...owner,
      ...contact,
      outcome: "new_lead",
      payload_json: payload,
      decision_json: "{}",
      submitted_at: at,
    }),
    insert("events", {
      lead_id: id,
      id: event,
      client_id: tenant.clientId,
      type: "lead.created",
      submission_public_id: submission,
      payload_json: payload,
      created_at: at,
    }),
    insert("deliveries", {
      ...key,
      public_id: delivery,
      ...owner,
      status: "dead",
      attempts: 2,
      max_attempts: 10,
      settled_at: at + 2_000,
      created_at: at,
      submitted_at: at,
      last_status_code: 400,
      last_error: error,
      dead_letter_id: letter,
    }),
    insert("delivery_attempts", { ...tried, number: 1, outcome: "retry", started_at: at + 10 }),
    insert("delivery_attempts", { ...tried, number: 2, outcome: "refused", started_at: at + 1_000 }),
    insert("dead_letters", {
      id: letter,
      client_id: tenant.clientId,
      kind: "delivery",
      cause: "refused",
      submission_id: submission,
      ...key,
      attempts: 2,
      last_status_code: 400,
      last_error: error,
      first_failed_at: at + 10,
      last_failed_at: at + 1_080,
      created_at: at + 1_100,
      fingerprint: "0123456789abcdef",
    }),
  ]);
  return {
    lead_id: lead,
    submission_id: submission,
    delivery_id: delivery,
    dead_letter_id: letter,
    leadRow: id,
    event_id: event,
  };
}

/** A delivery that waits, and that nobody sends by itself; its public id. */
export async function heldDelivery(tenant: Tenant): Promise<string> {
  const { delivery_id, dead_letter_id } = await deadDelivery(tenant);
  await env.DB.batch([
    env.DB.prepare(
      "UPDATE deliveries SET status = 'held', settled_at = NULL, dead_letter_id = NULL WHERE public_id = ?",
    ).bind(delivery_id),
    env.DB.prepare("DELETE FROM dead_letters WHERE id = ?").bind(dead_letter_id),
  ]);
  return delivery_id;
}
