import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { CappedLead } from "@leadrelay/core/limits/limit-subjects";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** A delivery as its destination's limits are judged of it. */
export interface LimitedDelivery extends DeliveryKey, CappedLead {
  /** Milliseconds UTC. */
  created_at: number;
  /** It tells of no lead, and no limit is of it. */
  is_notice: boolean;
}

interface Row extends DeliveryKey {
  created_at: number;
  form_id: string | null;
  is_notice: number | null;
  event_json: string | null;
}

/**
 * What limits ask of these deliveries, the oldest first. @param withSource what their leads say of where they come from, too: another row read
 * each; else it is null
 */
export const limitedDeliveries = (
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  withSource: boolean,
): Statement<LimitedDelivery[]> =>
  rowsOf(
    sql<Row>`
      SELECT deliveries.lead_id, deliveries.event_id, deliveries.destination_id, created_at, form_id, is_notice, ${
        withSource ? eventJson : sql`NULL`
      } AS event_json
      FROM ${wantedKeys(keys)} CROSS JOIN deliveries WHERE ${isWanted}
      ORDER BY created_at, deliveries.lead_id`.compile(queries),
    ({ event_json, is_notice, ...row }) => ({
      ...row,
      is_notice: is_notice === 1,
      source: sourceIn(event_json),
    }),
  );

const eventJson = sql`(
  SELECT json_object('lead_id', e.lead_id, 'type', e.type, 'submission_public_id', e.submission_public_id,
    'payload_json', ${wholeText("e.payload_json")})
  FROM events AS e WHERE e.lead_id = deliveries.lead_id AND e.id = deliveries.event_id)`;

/** A payload that this version does not read names no source. */
function sourceIn(event: string | null): string | null {
  if (event === null) return null;
  try {
    return readPayload(JSON.parse(event) as Parameters<typeof readPayload>[0]).lead_source;
  } catch {
    return null;
  }
}
