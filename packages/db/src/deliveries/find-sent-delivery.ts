import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { ReplayFacts } from "@leadrelay/core/replay/judge-candidate";
import { sql, type RawBuilder } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";

/** A delivery as whoever sends it again or cancels it must know it. */
export interface SentDelivery extends DeliveryKey, ReplayFacts {
  kind: "delivery";
  public_id: string;
  client_id: string;
  status: DeliveryStatus;
  attempts: number;
  dead_letter_id: string | null;
}

type Row = Omit<SentDelivery, "kind" | "has_payload"> & { has_payload: Flag };

/** By its public id; undefined where it is not in this database, or outside the scope. */
export const findSentDelivery = (
  scope: OperatorScope,
  publicId: string,
): Statement<SentDelivery | undefined> => findBy(scope, sql`sent.public_id = ${publicId}`);

/** By its key. */
export const findSentDeliveryByKey = (
  scope: OperatorScope,
  { lead_id, event_id, destination_id }: DeliveryKey,
): Statement<SentDelivery | undefined> =>
  findBy(
    scope,
    sql`sent.lead_id = ${lead_id} AND sent.event_id = ${event_id} AND sent.destination_id = ${destination_id}`,
  );

const findBy = (scope: OperatorScope, isIt: RawBuilder<unknown>) =>
  mapResult(
    rowsOf(
      sql<Row>`
        SELECT sent.public_id, sent.client_id, sent.lead_id, sent.event_id, sent.destination_id, sent.status, sent.attempts,
          sent.next_attempt_at, sent.unconfirmed_at, sent.dead_letter_id, letter.state AS letter_state,
          EXISTS (SELECT 1 FROM events WHERE events.lead_id = sent.lead_id AND events.id = sent.event_id) AS has_payload
        FROM deliveries AS sent LEFT JOIN dead_letters AS letter ON letter.id = sent.dead_letter_id
        WHERE ${isIt}`.compile(queries),
      (row): SentDelivery => ({ ...row, kind: "delivery", has_payload: row.has_payload === 1 }),
    ),
    (found) => found.find(({ client_id }) => isInScope(scope, client_id)),
  );
