import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { EventType } from "@leadrelay/contracts/event-type";
import { eventId } from "../ids/derived-id.ts";
import type { Submission } from "../identity/submission.ts";
import { judgeFilter } from "../shape/judge-filter.ts";
import { leadValues, type ToldLead } from "../shape/lead-values.ts";
import { storedFilter } from "../shape/stored-filter.ts";

/** What a lead says to one destination while D1 is away. */
export const toldDirectly = (
  submission: Submission,
  payload: LeadPayload,
  event: EventType,
): Omit<ToldLead, "delivery_public_id"> => ({
  event: { id: eventId(submission.submission_id, event), type: event, created_at: submission.received_at },
  payload,
  attribution: { first: submission.attribution, latest: submission.attribution },
  message: submission.fields.message ?? null,
  payload_json: submission.payload_json,
});

/**
 * Whether a lead passes a destination's filter while D1 is away. One whose filter cannot be read waits for D1: the commit decides of it in the
 * open.
 */
export function passesDirectly(
  { shape_json = null }: Pick<DirectConfig["destinations"][number], "shape_json">,
  told: () => Omit<ToldLead, "delivery_public_id">,
): boolean {
  const filter = storedFilter(shape_json);
  if (filter === undefined) return true;
  return (
    filter !== "broken" && judgeFilter(filter, leadValues({ ...told(), delivery_public_id: null })).passes
  );
}
