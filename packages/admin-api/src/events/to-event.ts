import type { z } from "@hono/zod-openapi";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import type { eventSchema } from "./event-schema.ts";

/** An event as whoever asks may see it: the one place where its row becomes an answer. */
export function toEvent(row: EventRow, masked: boolean): z.input<typeof eventSchema> {
  const payload: Partial<LeadPayload> = readPayload(row);
  return {
    id: row.id,
    client_id: row.client_id,
    lead_id: payload.lead_public_id ?? null,
    submission_id: row.submission_public_id,
    type: row.type,
    payload: masked ? null : payload,
    masked,
    created_at: row.created_at,
  };
}
