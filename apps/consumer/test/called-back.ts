import type { CallbackMessage, CallbackProof, CallbackSaid } from "@leadrelay/contracts/callback-message";
import type { LeadCallbackRow } from "@leadrelay/core/callbacks/callback-plan";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { env } from "cloudflare:test";
import { deliverMessages, testNow } from "./deliver-messages.ts";
import { newTenant, rows } from "./tenant.ts";

/** Ids sort as they were made, as those of the producer do. */
let calledBack = 0;

export const callback = (said: CallbackSaid, proof: CallbackProof): CallbackMessage => ({
  v: 1,
  type: "callback",
  callback_id: `${String((calledBack += 1)).padStart(8, "0")}${crypto.randomUUID().slice(8)}`,
  received_at: testNow - 1_000,
  proof,
  said,
});

export interface LeadRow {
  id: number;
  public_id: string;
  status: string;
  crm_lead_id: string | null;
}

/** A client with one lead, stored as any is, whose delivery a test may put into any state. */
export async function oneLead(
  delivery: Partial<DeliveriesTable> = { status: "delivered", settled_at: testNow - 60_000 },
) {
  const tenant = await newTenant();
  const phone = `98${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  await deliverMessages([tenant.submission({ fields: { phone, country_code: "+91" } })]);
  const [lead] = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", tenant.clientId);
  if (lead === undefined) throw new Error("no lead");
  const set = Object.keys(delivery).map((name) => `${name} = ?`);
  await env.DB.prepare(
    `UPDATE deliveries SET ${["next_attempt_at = NULL", ...set].join(", ")} WHERE lead_id = ?`,
  )
    .bind(...Object.values(delivery), lead.id)
    .run();
  const [sent] = await rows<DeliveriesTable>("SELECT * FROM deliveries WHERE lead_id = ?", lead.id);
  if (sent === undefined) throw new Error("no delivery");
  const proof = { by: "edge", client_id: tenant.clientId } as const;
  return {
    ...tenant,
    lead,
    sent,
    phone: `+91-${phone}`,
    say: (said: CallbackSaid) => callback(said, proof),
    execution: (result: "done" | "failed" = "done"): CallbackMessage =>
      callback({ kind: "execution", delivery_id: sent.public_id, result }, proof),
    outcome: (
      outcome: "contacted" | "qualified" | "won" | "lost" | "returned",
      more: object = {},
    ): CallbackMessage =>
      callback({ kind: "outcome", lead: { lead_public_id: lead.public_id }, outcome, ...more }, proof),
    leadNow: async () => (await rows<LeadRow>("SELECT * FROM leads WHERE id = ?", lead.id))[0],
    sentNow: async () =>
      (await rows<DeliveriesTable>("SELECT * FROM deliveries WHERE public_id = ?", sent.public_id))[0],
    kept: () =>
      rows<LeadCallbackRow>(
        "SELECT * FROM lead_callbacks WHERE client_id = ? ORDER BY lead_id, received_at, id",
        tenant.clientId,
      ),
  };
}

/** What becomes of a batch of one. */
export const acked = { acked: [0], retried: [] };
export const retried = { acked: [], retried: [0] };
