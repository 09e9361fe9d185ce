import type { ConfirmationState, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { sql, type RawBuilder } from "kysely";
import type { DeliveriesTable } from "../tables/deliveries-table.ts";
import type { Flag } from "../tables/flag.ts";

/** A place in a list of deliveries: the time it is sorted by (ms), and what makes it the only one. */
export type DeliveryPlace = readonly [number, number, string, string];

/** A delivery as lists show it. */
export interface ListedDelivery extends Omit<
  DeliveriesTable,
  "schedule_from" | "submitted_at" | "replay_id"
> {
  /** The filter wants it. A list holds the others too, because they tell how far it was read. */
  matches: Flag;
  place: DeliveryPlace;
}

/** What narrows a list and no index serves. Times in ms, `since` included, `until` not. */
export interface DeliveryFilter {
  destinationId?: string | undefined;
  formId?: string | undefined;
  status?: DeliveryStatus | undefined;
  /** See `confirmationState`, which says the same of a row. */
  confirmation?: ConfirmationState | undefined;
  /** The first and last code that the receiver's last answer may have; 0: tried, and none came. */
  codes?: { from: number; to: number } | undefined;
  since?: number | undefined;
  until?: number | undefined;
}

/** Where a row of `deliveries`, under the name `d`, stands in a list that is sorted by this time. */
export const placeBy = (time: RawBuilder<unknown>) =>
  sql`json_array(${time}, d.lead_id, d.event_id, d.destination_id)`;

/** A row of `deliveries`, under the name `d`, as the JSON of a `ListedDelivery`. */
export const deliveryItem = (matches: RawBuilder<unknown>, place: RawBuilder<unknown>) =>
  sql<string>`json_object('lead_id', d.lead_id, 'event_id', d.event_id, 'destination_id', d.destination_id, 'public_id', d.public_id,
    'client_id', d.client_id, 'form_id', d.form_id, 'status', d.status, 'attempts', d.attempts, 'max_attempts', d.max_attempts,
    'next_attempt_at', d.next_attempt_at, 'lease_until', d.lease_until, 'settled_at', d.settled_at, 'created_at', d.created_at,
    'last_status_code', d.last_status_code, 'last_error', d.last_error, 'dead_letter_id', d.dead_letter_id, 'receiver_id', d.receiver_id, 'confirm_by', d.confirm_by,
    'unconfirmed_at', d.unconfirmed_at, 'confirmed_at', d.confirmed_at,
    'matches', ${matches}, 'place', ${place})`;

const standsSo: Readonly<Record<ConfirmationState, RawBuilder<unknown>>> = {
  confirmed: sql`d.status = 'confirmed'`,
  waiting: sql`(d.status = 'delivered' AND d.confirm_by IS NOT NULL)`,
  unconfirmed: sql`(d.status = 'delivered' AND d.confirm_by IS NULL AND d.unconfirmed_at IS NOT NULL)`,
};

/** 1 or 0, never NULL. */
export function matchesOf(filter: DeliveryFilter): RawBuilder<unknown> {
  const { destinationId, formId, status, confirmation, codes, since, until } = filter;
  const conditions = [
    destinationId === undefined ? [] : [sql`d.destination_id IS ${destinationId}`],
    formId === undefined ? [] : [sql`d.form_id IS ${formId}`],
    status === undefined ? [] : [sql`d.status IS ${status}`],
    confirmation === undefined ? [] : [standsSo[confirmation]],
    codes === undefined
      ? []
      : [sql`(d.attempts > 0 AND coalesce(d.last_status_code, 0) BETWEEN ${codes.from} AND ${codes.to})`],
    since === undefined ? [] : [sql`coalesce(d.created_at >= ${since}, 0)`],
    until === undefined ? [] : [sql`coalesce(d.created_at < ${until}, 0)`],
  ].flat();
  return sql`(${sql.join([sql`1`, ...conditions], sql` AND `)})`;
}
