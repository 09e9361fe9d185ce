import { deliveryId, eventId } from "@leadrelay/core/ids/derived-id";
import { env } from "cloudflare:test";
import { leanTrace } from "./lean-trace.ts";
import type { House } from "./people.ts";

/** When the first submission of a `busyLead` was made; the others follow a minute apart. */
export const busyFrom = 1_700_000_000_000;

const trace = leanTrace("reengaged", "lead.reengaged");

export interface BusyLead {
  lead_id: string;
  /** In the order of submissions. */
  submissionIds: string[];
  /** Newest submission first, those of one by destination. */
  deliveryIds: string[];
}

/**
 * A lead that so many submissions are of, each told to so many destinations: the house's own and others, tried so many times each, in
 * vain at every destination but the house's own.
 */
export async function busyLead(
  house: House,
  {
    submissions,
    destinations,
    attempts = 1,
  }: { submissions: number; destinations: number; attempts?: number },
): Promise<BusyLead> {
  const reserve = "UPDATE id_ranges SET next = next + 1 WHERE name = 'leads' RETURNING next - 1 AS id";
  const leadId = (await env.DB.prepare(reserve).first<number>("id")) ?? 0;
  const lead_id = crypto.randomUUID();
  const destinationIds = [
    house.destinationId,
    ...Array.from({ length: destinations - 1 }, (_, n) => `zz_${String(n).padStart(3, "0")}_${leadId}`),
  ];
  const made = Array.from({ length: submissions }, (_, n) => {
    const id = crypto.randomUUID();
    return { id, event: eventId(id, "lead.reengaged"), number: n + 1, at: busyFrom + n * 60_000 };
  });
  const sent = made.flatMap(({ event, at }) =>
    destinationIds.map((destination) => ({ event, destination, id: deliveryId(event, destination), at })),
  );
  const given = [leadId, house.clientId, house.formId, house.destinationId] as const;
  const insert = (text: string, items: readonly unknown[]) =>
    env.DB.prepare(`INSERT INTO ${text} FROM json_each(?5) AS item WHERE ?3 <> ?4`).bind(
      ...given,
      JSON.stringify(items),
    );
  await env.DB.batch([
    insert(
      `leads (id, public_id, client_id, form_id, project_key, submission_count, first_submitted_at, last_submitted_at)
        SELECT ?1, item.value, ?2, ?3, '', ${submissions}, ${busyFrom}, ${made.at(-1)?.at}`,
      [lead_id],
    ),
    insert(
      `lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json, decision_json, submitted_at)
        SELECT ?1, item.value ->> 'number', item.value ->> 'number', item.value ->> 'id', ?2, ?3, 'reengaged', '{}', '${trace}', item.value ->> 'at'`,
      made,
    ),
    insert(
      `events SELECT ?1, item.value ->> 'event', ?2, 'lead.reengaged', item.value ->> 'id', '{}', item.value ->> 'at'`,
      made,
    ),
    insert(
      `deliveries (lead_id, event_id, destination_id, public_id, client_id, form_id, status, attempts, max_attempts, settled_at, created_at)
        SELECT ?1, item.value ->> 'event', item.value ->> 'destination', item.value ->> 'id', ?2, ?3,
          iif(item.value ->> 'destination' = ?4, 'delivered', 'dead'), ${attempts}, 10, item.value ->> 'at', item.value ->> 'at'`,
      sent,
    ),
    insert(
      `delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, started_at)
        SELECT ?1, item.value ->> 'event', item.value ->> 'destination', item.value ->> 'number', ?2, 'retry', item.value ->> 'at'`,
      sent.flatMap(({ at, ...one }) =>
        Array.from({ length: attempts }, (_, n) => ({ ...one, number: n + 1, at: at + n * 1000 })),
      ),
    ),
  ]);
  return {
    lead_id,
    submissionIds: made.map(({ id }) => id),
    deliveryIds: made
      .toReversed()
      .flatMap(({ event }) => sent.filter((one) => one.event === event).map(({ id }) => id)),
  };
}
