import type { z } from "@hono/zod-openapi";
import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { parseAttribution } from "@leadrelay/core/attribution/parse-attribution";
import { attributionAs } from "@leadrelay/core/masking/mask-attribution";
import { nameIn, type DestinationLookup } from "@leadrelay/core/story/story";
import type { StoredSubmission } from "@leadrelay/db/submissions/find-submission";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import type { submissionDetailsSchema } from "./submission-schema.ts";
import { explain, readTrace, toSubmission } from "./to-submission.ts";

/** What came of a submission. */
interface Aftermath {
  events: readonly EventRow[];
  deliveries: readonly DeliveriesTable[];
  /** There are more than these. */
  moreDeliveries: boolean;
  lookup: DestinationLookup;
}

/** A submission with all that whoever asks may know of it. */
export function toSubmissionDetails(
  row: StoredSubmission,
  { events, deliveries, moreDeliveries, lookup }: Aftermath,
  masked: boolean,
): z.input<typeof submissionDetailsSchema> {
  const trace = readTrace(row, masked);
  const { sentences, destinations } = explain(trace, (id) => nameIn(lookup, id));
  return {
    ...toSubmission(row, { masked, leadId: row.lead_public_id }),
    attribution: attributionAs(masked, parseAttribution(row.attribution_json, row.page_url), row),
    payload: masked ? null : (JSON.parse(row.payload_json) as unknown),
    decision: {
      sentences,
      destinations: destinations.map(({ id, sentence }) => ({
        id,
        name: lookup(id)?.name ?? null,
        sentence,
      })),
      trace,
    },
    events: events.map(({ id, type, created_at }) => ({ id, type, created_at })),
    deliveries: deliveries.map((delivery) => ({
      id: delivery.public_id,
      event_id: delivery.event_id,
      destination_id: delivery.destination_id,
      destination_name: lookup(delivery.destination_id)?.name ?? null,
      status: delivery.status,
      attempts: delivery.attempts,
      last_status_code: delivery.last_status_code,
    })),
    more_deliveries: moreDeliveries,
  };
}
