import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** A delivery of which one attempt is the claimant's. */
export interface ClaimedRow extends DeliveryKey {
  public_id: string;
  client_id: string;
  /** The claimed one included. */
  attempts: number;
  max_attempts: number;
  /** Attempts spent before the present round of the schedule. */
  schedule_from: number;
  /** When its submission came in, ms UTC; null where it is older than this column. */
  submitted_at: number | null;
  /** Of the submission that caused it; null where that is not known. */
  form_id: string | null;
  /** When it was due, ms. */
  next_attempt_at: number;
  /** What steps of earlier tries found out. */
  kept: Readonly<Record<string, string>>;
  /** Frozen at commit; `created_at` in ms. */
  event: FrozenEvent & { id: string; type: ToldType; created_at: number };
  /** All that was posted, for destinations of which `withForm` asks for it. */
  form_json?: string | null;
}

type Row = Omit<ClaimedRow, "event" | "kept"> & { event_json: string; kept_json: string | null };

/** When a claim is made, and until when nobody else may make one. Milliseconds UTC. */
export interface Claim {
  nowMs: number;
  leaseUntil: number;
  /** What is due by then is taken too; its claimant waits for it. */
  dueBy: number;
  /** Nobody knows whether this claim was made before: what is under its very lease is its own. */
  isRepeat?: boolean;
  /** Destinations whose deliveries need all that was posted: a row more is read for each. */
  withForm?: readonly string[];
}

/**
 * Takes what is due, or what was in flight under a lease that ran out, and spends one attempt on each; of any number of claimants
 * one wins. Returns what was claimed, with its event; a repeat the same again, and it spends no more. `next_attempt_at` stays, so that
 * the due index is not rewritten.
 */
export function claimDeliveries(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  which: "due" | "lease_expired",
  { nowMs, leaseUntil, dueBy, isRepeat = false, withForm = [] }: Claim,
): Statement<ClaimedRow[]> {
  const isTheirs =
    which === "due"
      ? sql`status = 'pending' AND next_attempt_at <= ${dueBy}`
      : sql`status = 'in_flight' AND lease_until <= ${nowMs}`;
  const isTaken = isRepeat ? sql`status = 'in_flight' AND lease_until = ${leaseUntil}` : sql`false`;
  const query = sql<Row>`
    UPDATE deliveries
    SET status = 'in_flight', lease_until = ${leaseUntil}, attempts = attempts + CASE WHEN ${isTaken} THEN 0 ELSE 1 END
    FROM ${wantedKeys(keys)}
    WHERE ${isWanted} AND settled_at IS NULL AND (attempts < max_attempts AND ${isTheirs} OR ${isTaken})
    RETURNING lead_id, event_id, destination_id, public_id, client_id, attempts, max_attempts, schedule_from,
      next_attempt_at, submitted_at, form_id, kept_json, (
      SELECT json_object('id', e.id, 'type', e.type, 'submission_public_id', e.submission_public_id, 'created_at', e.created_at,
        'payload_json', ${wholeText("e.payload_json")})
      FROM events AS e WHERE e.lead_id = deliveries.lead_id AND e.id = deliveries.event_id
    ) AS event_json${formOf(withForm)}`.compile(queries);
  return mapResult(rowsOf(query, toClaimed), (rows) => rows.filter((row) => row !== undefined));
}

/** Nearly no claim is for such a destination, and a statement without it has the plan it always had. */
const formOf = (destinationIds: readonly string[]) =>
  destinationIds.length === 0
    ? sql``
    : sql`, CASE WHEN destination_id IN (SELECT value FROM json_each(${JSON.stringify(destinationIds)})) THEN (
        SELECT ${wholeText("s.payload_json")} FROM events AS e CROSS JOIN lead_submissions AS s
          ON s.client_id = deliveries.client_id AND s.public_id = e.submission_public_id
        WHERE e.lead_id = deliveries.lead_id AND e.id = deliveries.event_id
      ) END AS form_json`;

/** Undefined where this version does not read the payload: its lease runs out, and the others of the claim are sent. */
function toClaimed({ event_json, kept_json, ...row }: Row): ClaimedRow | undefined {
  try {
    const { id, type, created_at, ...stored } = JSON.parse(event_json) as EventRow;
    const frozen = readFrozen({ ...stored, type, lead_id: row.lead_id });
    const kept = kept_json === null ? {} : (JSON.parse(kept_json) as ClaimedRow["kept"]);
    return { ...row, kept, event: { id, type, created_at, ...frozen } };
  } catch {
    return undefined;
  }
}
