import { heldPeriod, heldSubject, probePeriod, probeSubject } from "../limits/limit-subjects.ts";
import { talliesOf } from "../limits/tallies-of.ts";
import type { Tally } from "../tallies/tally.ts";
import type { DeliveryRow } from "./commit-plan.ts";
import type { DestinationFacts } from "./facts.ts";
import type { HeldBack, PlannedEvent } from "./plan-deliveries.ts";

/** A mark of each destination that holds something for its limits: what comes later waits behind it. */
export const heldMarks = (
  held: readonly HeldBack[],
  { client_id }: Pick<PlannedEvent, "client_id">,
): Tally[] =>
  held.map(({ destination_id, source }) => ({
    client_id,
    subject: heldSubject(destination_id, source),
    period: heldPeriod,
    count: 1,
    ends_at: null,
  }));

/**
 * What deliveries that are due now add to their destinations' counts once they arrive: nobody else of the batch is given that room. Never
 * written; a test adds nothing to counts. One that is down is asked by one lead of a batch.
 */
export function expectedTallies(
  rows: readonly DeliveryRow[],
  event: PlannedEvent,
  destinations: readonly DestinationFacts[],
  { nowMs, isTest }: { nowMs: number; isTest: boolean },
): Tally[] {
  const due = new Set(
    rows.flatMap(({ status, destination_id }) => (status === "pending" ? [destination_id] : [])),
  );
  const given = destinations.filter(({ id }) => due.has(id));
  const { client_id } = event;
  const probes = given
    .filter(({ health }) => health?.state === "down")
    .map(({ id }): Tally => ({
      client_id,
      subject: probeSubject(id),
      period: probePeriod,
      count: 1,
      ends_at: null,
    }));
  if (isTest) return probes;
  return [
    ...probes,
    ...given.flatMap((destination) => talliesOf({ ...destination, client_id }, event, nowMs)),
  ];
}
