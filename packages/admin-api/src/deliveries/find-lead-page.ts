import { eventIdsOf } from "@leadrelay/core/decide/event-ids-of";
import { mergePage, type MergedPage } from "@leadrelay/core/lists/merge-page";
import { deliveriesOfLead, type LeadEventPart } from "@leadrelay/db/deliveries/deliveries-of-lead";
import type { DeliveryPlace, ListedDelivery } from "@leadrelay/db/deliveries/listed-delivery";
import { findLead } from "@leadrelay/db/leads/find-lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import type { AdminDependencies } from "../dependencies.ts";
import type { WantedDeliveries } from "./wanted-deliveries.ts";

/** Rows read for each one shown: a filter drops some. Beside them a page reads as many submissions as it may show deliveries. */
const readsPerItem = 2;

/**
 * One page of a lead's deliveries: submission by submission, the newest first, each with all that its events made. Their own table has
 * them in no order of time.
 */
export async function findLeadPage(
  { scope, filter, leadId, after, pageSize }: WantedDeliveries,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<MergedPage<ListedDelivery>> {
  const nothing = { items: [], next: null };
  const [client] = scope.clients;
  if (client === undefined || leadId === undefined) return nothing;
  const d1 = leadDatabase(client.database);
  const [lead] = await runOne(d1, findLead(scope, [client.id], leadId));
  if (lead === undefined) return nothing;
  const before = after === null ? undefined : newestLeft(after);
  const submissions = await runOne(d1, submissionsOfLead(scope, lead, { before, limit: pageSize }));
  const perList = readsPerItem * pageSize;
  const parts = submissions.flatMap((submission) => eventsBehind(submission, after));
  const rows = await runOne(d1, deliveriesOfLead(scope, parts, filter, perList));
  const page = mergePage([rows], {
    perClient: perList,
    pageSize,
    isAscending: true,
    keyOf: ({ place }) => place,
    keep: ({ matches }) => matches === 1,
  });
  const last = submissions.length < pageSize ? undefined : submissions.at(-1);
  return { items: page.items, next: page.next ?? (last === undefined ? null : endOf(last)) };
}

/** The events of a submission that a place leaves to be read; one it stands in, from its destination on. */
function eventsBehind(submission: ListedSubmission, after: DeliveryPlace | null): LeadEventPart[] {
  const events = eventIdsOf(submission)
    .toSorted()
    .map((event_id) => ({ ...submission, event_id, behind: "" }));
  if (after === null || -after[0] !== submission.submission_number) return events;
  const [, , eventId, destinationId] = after;
  return events
    .filter(({ event_id }) => event_id >= eventId)
    .map((part) => (part.event_id === eventId ? { ...part, behind: destinationId } : part));
}

/** The number that submissions left to be read are below: the place's own among them, unless it is behind all of it. */
const newestLeft = ([place, , eventId]: DeliveryPlace) => (eventId === behindAll ? -place : 1 - place);

/** Event ids are lower-case UUIDs. */
const behindAll = "g";

/** The place behind all that a submission made. */
const endOf = ({ submission_number, lead_id }: ListedSubmission): DeliveryPlace => [
  -submission_number,
  lead_id,
  behindAll,
  "",
];
