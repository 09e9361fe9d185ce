import type { LeadStand } from "@leadrelay/contracts/lead-stand";
import { sql, type RawBuilder } from "kysely";
import type { DeliveryPlace } from "../deliveries/listed-delivery.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/** A row of a list that tells where leads stand. */
export interface StandingLead {
  place: DeliveryPlace;
  /** null: another row of the list stands for the same lead, or it is no lead's. */
  lead_id: number | null;
}

/** Behind no place there is: a list that is read from this one on begins with its newest. */
export const firstPlace: DeliveryPlace = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "~", "~"];

/** Of a lead so many deliveries, or later submissions, are looked at to list it once: one with more may come again further on. */
const mostLookedAt = 8;

type Standing<Stand> = PartOfList<DeliveryPlace> & {
  stand: Stand;
  /** Leads that stand so too are left out. */
  without: readonly LeadStand[];
};

/** What waits for its next try, the one that waits longest last, or is held, the newest lead first: of each destination, through `deliveries_due`. */
export function leadsWaiting(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  { stand, without, after, perList }: Standing<"waiting" | "held">,
): Statement<StandingLead[][]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  const [at, ...rest] = after ?? firstPlace;
  const part =
    stand === "held"
      ? sql`d.next_attempt_at IS NULL AND (d.lead_id, d.event_id, d.destination_id) < (${sql.join(rest)})`
      : sql`(d.next_attempt_at, d.lead_id, d.event_id, d.destination_id) < (${at}, ${sql.join(rest)})`;
  const place = sql`json_array(coalesce(d.next_attempt_at, 0), d.lead_id, d.event_id, d.destination_id)`;
  const isListed = sql`d.client_id = wanted.value ->> 1 AND ${standsFor(stand, without)}`;
  return listOfEach<StandingLead>(
    destinations.map(({ id, client_id }) => [id, client_id]),
    sql`
      SELECT ${item(place, isListed)} AS item FROM deliveries AS d
      WHERE d.settled_at IS NULL AND d.destination_id = wanted.value ->> 0 AND ${part}
      ORDER BY d.next_attempt_at DESC, d.lead_id DESC, d.event_id DESC LIMIT ${perList}`,
  );
}

/** Of each client what died, the one that failed last coming first, through `dead_letters_listed`. */
export function leadsDead(
  scope: OperatorScope,
  clientIds: readonly string[],
  { stand, without, after, perList }: Standing<"dead">,
): Statement<StandingLead[][]> {
  for (const id of clientIds) requireClient(scope, id);
  const [at, , id] = after ?? firstPlace;
  const place = sql`json_array(letter.last_failed_at, 0, letter.id, '')`;
  return listOfEach<StandingLead>(
    clientIds,
    sql`
      SELECT ${item(place, standsFor(stand, without))} AS item
      FROM dead_letters AS letter LEFT JOIN deliveries AS d
        ON d.lead_id = letter.lead_id AND d.event_id = letter.event_id AND d.destination_id = letter.destination_id
      WHERE letter.client_id = wanted.value AND letter.state = 'open' AND (letter.last_failed_at, letter.id) < (${at}, ${id})
      ORDER BY letter.last_failed_at DESC, letter.id DESC LIMIT ${perList}`,
  );
}

/** Of each client what was delivered, the newest delivery first, through `deliveries_created`. */
export function leadsDelivered(
  scope: OperatorScope,
  clientIds: readonly string[],
  { stand, without, after, perList }: Standing<"delivered">,
): Statement<StandingLead[][]> {
  for (const id of clientIds) requireClient(scope, id);
  const place = sql`json_array(d.created_at, d.lead_id, d.event_id, d.destination_id)`;
  return listOfEach<StandingLead>(
    clientIds,
    sql`
      SELECT ${item(place, standsFor(stand, without))} AS item FROM deliveries AS d
      WHERE d.client_id = wanted.value
        AND (d.created_at, d.lead_id, d.event_id, d.destination_id) < (${sql.join(after ?? firstPlace)})
      ORDER BY d.created_at DESC, d.lead_id DESC, d.event_id DESC, d.destination_id DESC LIMIT ${perList}`,
  );
}

/** What each of these destinations took and never confirmed, what was missed last coming first, through `deliveries_never_confirmed`. */
export function leadsUnconfirmed(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  { stand, without, after, perList }: Standing<"unconfirmed">,
): Statement<StandingLead[][]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  const place = sql`json_array(d.unconfirmed_at, d.lead_id, d.event_id, d.destination_id)`;
  const isListed = sql`d.client_id = wanted.value ->> 1 AND ${standsFor(stand, without)}`;
  return listOfEach<StandingLead>(
    destinations.map(({ id, client_id }) => [id, client_id]),
    sql`
      SELECT ${item(place, isListed)} AS item FROM deliveries AS d
      WHERE ${statusOf.unconfirmed} AND d.destination_id = wanted.value ->> 0
        AND (d.unconfirmed_at, d.lead_id, d.event_id, d.destination_id) < (${sql.join(after ?? firstPlace)})
      ORDER BY d.unconfirmed_at DESC, d.lead_id DESC, d.event_id DESC LIMIT ${perList}`,
  );
}

/** Of each client the stored submissions of which nothing was sent, newest first, through `lead_submissions_unsent`. */
export function leadsUnsent(
  scope: OperatorScope,
  clientIds: readonly string[],
  { after, perList }: PartOfList<DeliveryPlace>,
): Statement<StandingLead[][]> {
  for (const id of clientIds) requireClient(scope, id);
  const [at, , id] = after ?? firstPlace;
  const isListed = sql`NOT EXISTS (SELECT 1 FROM (
      SELECT later.unsent FROM lead_submissions AS later
      WHERE later.lead_id = d.lead_id AND later.submission_number > d.submission_number
      ORDER BY later.submission_number LIMIT ${mostLookedAt}) AS found WHERE found.unsent IS NOT NULL)`;
  return listOfEach<StandingLead>(
    clientIds,
    sql`
      SELECT ${item(sql`json_array(d.submitted_at, 0, d.public_id, '')`, isListed)} AS item
      FROM lead_submissions AS d INDEXED BY lead_submissions_unsent
      WHERE d.client_id = wanted.value AND d.unsent IS NOT NULL AND (d.submitted_at, d.public_id) < (${at}, ${id})
      ORDER BY d.submitted_at DESC, d.public_id DESC LIMIT ${perList}`,
  );
}

const item = (place: RawBuilder<unknown>, isListed: RawBuilder<unknown>) =>
  sql<string>`json_object('place', ${place}, 'lead_id', iif(${isListed}, d.lead_id, NULL))`;

/** What a delivery of `found` is, by its status. */
const isOf = {
  waiting: sql`found.status IN ('pending', 'in_flight')`,
  held: sql`found.status = 'held'`,
  dead: sql`(found.status = 'dead' AND EXISTS (
    SELECT 1 FROM dead_letters AS other WHERE other.id = found.dead_letter_id AND other.state = 'open'))`,
  delivered: sql`found.status IN ('delivered', 'confirmed')`,
  unconfirmed: sql`(found.status = 'delivered' AND found.unconfirmed_at IS NOT NULL)`,
} satisfies Partial<Record<LeadStand, RawBuilder<unknown>>>;

/** Whether a row of deliveries, under the name `d`, stands so, and is the first of its lead's that does. Notices about a lead say nothing of that. */
function standsFor(stand: keyof typeof isOf, without: readonly LeadStand[]): RawBuilder<unknown> {
  const others = without.flatMap((one) => (one === "unsent" ? [] : [isOf[one]]));
  const isFirst = sql`(${isOf[stand]} AND (found.event_id, found.destination_id) < (d.event_id, d.destination_id))`;
  return sql`(${statusOf[stand]} AND d.is_notice IS NULL AND NOT EXISTS (SELECT 1 FROM (
      SELECT every.* FROM deliveries AS every WHERE every.lead_id = d.lead_id LIMIT ${mostLookedAt}) AS found
    WHERE found.is_notice IS NULL AND (${sql.join([isFirst, ...others], sql` OR `)})))`;
}

const statusOf = {
  waiting: sql`d.status IN ('pending', 'in_flight')`,
  held: sql`d.status = 'held'`,
  dead: sql`d.status = 'dead'`,
  delivered: sql`d.status IN ('delivered', 'confirmed')`,
  unconfirmed: sql`(d.status = 'delivered' AND d.unconfirmed_at IS NOT NULL)`,
} satisfies Record<keyof typeof isOf, RawBuilder<unknown>>;
