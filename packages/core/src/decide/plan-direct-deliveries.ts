import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { deliveryId, deliveryLetterId } from "../ids/derived-id.ts";
import { talliesOf } from "../limits/tallies-of.ts";
import type { Went } from "../routes/went-of.ts";
import { wentOn } from "../routes/went-on.ts";
import type { Tally } from "../tallies/tally.ts";
import type { AttemptRow, DeliveryRow } from "./commit-plan.ts";
import type { DestinationFacts } from "./facts.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { PlannedEvent } from "./plan-deliveries.ts";
import type { Submission } from "../identity/submission.ts";

interface PlannedDirect {
  rows: DeliveryRow[];
  attempts: AttemptRow[];
  letters: NewDeadLetter[];
  traces: DestinationTrace[];
  /** What those that arrived add to the counts of their destinations' caps. */
  tallies: Tally[];
  /** When the last of them arrived, ms; null when none did. */
  sentAt: number | null;
}

/** What was sent while D1 was down, as if D1 had been there: the delivery with its outcome, its attempts, its letter. */
export function planDirectDeliveries(
  event: PlannedEvent,
  { direct, submission_id }: Pick<Submission, "direct" | "submission_id">,
  destinations: readonly DestinationFacts[],
  { nowMs, isTest, went = {} }: { nowMs: number; isTest: boolean; went?: Went },
): PlannedDirect {
  const planned: PlannedDirect = {
    rows: [],
    attempts: [],
    letters: [],
    traces: [],
    tallies: [],
    sentAt: null,
  };
  for (const [destinationId, tries] of Object.entries(direct)) {
    const [first, last] = [tries[0], tries.at(-1)];
    if (first === undefined || last === undefined) continue;
    const key = {
      lead_id: event.lead_id,
      event_id: event.id,
      destination_id: destinationId,
      client_id: event.client_id,
    };
    const caused = { form_id: event.form_id, submitted_at: event.submitted_at };
    const destination = destinations.find(({ id }) => id === destinationId);
    const limit = destination?.max_attempts ?? last.number;
    const own = { ...directRow(key, last, limit, nowMs), ...caused, ...waitedFor(last, destination, nowMs) };
    const next = nextOf(destination, last, went, destinations);
    const row = next === null ? own : leftFor(own, next);
    planned.rows.push(row);
    planned.traces.push(traceOf(row, event));
    planned.attempts.push(...tries.map((attempt) => ({ ...key, ...attempt })));
    if (row.status === "dead") planned.letters.push(letterOf(row, submission_id, first, last));
    if (row.status !== "delivered") continue;
    planned.sentAt = Math.max(planned.sentAt ?? 0, last.started_at);
    if (destination !== undefined && !isTest)
      planned.tallies.push(
        ...talliesOf(
          { ...destination, client_id: event.client_id },
          event,
          last.started_at + last.duration_ms,
        ),
      );
  }
  return planned;
}

/** Who of a `first_accepting` route has the lead that this one refused; null where it is this one's still. */
function nextOf(
  destination: DestinationFacts | undefined,
  { outcome }: DirectAttempt,
  went: Went,
  destinations: readonly DestinationFacts[],
): string | null {
  const route = destination?.route ?? null;
  if (route?.mode !== "first_accepting" || (outcome !== "refused" && outcome !== "gone")) return null;
  const next = went[route.route_id];
  if (next === undefined || next === destination?.id) return null;
  return destinations.find(({ id }) => id === next)?.name ?? next;
}

/** It needs nobody: the lead is another's. */
const leftFor = (row: DeliveryRow, next: string): DeliveryRow => ({
  ...row,
  status: "skipped",
  dead_letter_id: null,
  last_error: `${row.last_error ?? "it was refused"}${wentOn}${next}`,
});

const minuteMs = 60_000;

/** Its callback comes when D1 is back, too: it has its time from then on. */
function waitedFor(
  { outcome }: DirectAttempt,
  destination: DestinationFacts | undefined,
  nowMs: number,
): Pick<DeliveryRow, "confirm_by"> {
  const minutes = destination?.after?.confirmation?.within_minutes;
  return outcome === "delivered" && minutes !== undefined ? { confirm_by: nowMs + minutes * minuteMs } : {};
}

const traceOf = (row: DeliveryRow, event: PlannedEvent): DestinationTrace => ({
  id: row.destination_id,
  event: event.type,
  status: row.status,
  reason: "sent_while_d1_down",
  delivery_public_id: row.public_id,
});

function directRow(
  key: Pick<DeliveryRow, "lead_id" | "event_id" | "destination_id" | "client_id">,
  last: DirectAttempt,
  maxAttempts: number,
  nowMs: number,
): Omit<DeliveryRow, "form_id" | "submitted_at"> {
  const status = statusAfter(last, maxAttempts);
  const public_id = deliveryId(key.event_id, key.destination_id);
  return {
    ...key,
    public_id,
    status,
    attempts: last.number,
    max_attempts: Math.max(maxAttempts, last.number),
    next_attempt_at: status === "pending" ? nowMs : null,
    lease_until: null,
    settled_at: status === "pending" ? null : nowMs,
    created_at: nowMs,
    last_status_code: last.status_code,
    last_error: last.error,
    dead_letter_id: status === "dead" ? deliveryLetterId(public_id, last.number) : null,
  };
}

function statusAfter(last: DirectAttempt, maxAttempts: number): "delivered" | "pending" | "dead" {
  if (last.outcome === "delivered") return "delivered";
  return last.outcome === "retry" && last.number < maxAttempts ? "pending" : "dead";
}

const letterOf = (
  row: DeliveryRow,
  submissionId: string,
  first: DirectAttempt,
  last: DirectAttempt,
): NewDeadLetter => ({
  id: deliveryLetterId(row.public_id, row.attempts),
  kind: "delivery",
  cause: last.outcome === "refused" || last.outcome === "gone" ? last.outcome : "exhausted",
  client_id: row.client_id,
  submission_id: submissionId,
  lead_id: row.lead_id,
  event_id: row.event_id,
  destination_id: row.destination_id,
  payload_json: null,
  attempts: row.attempts,
  last_status_code: row.last_status_code,
  last_error: row.last_error,
  first_failed_at: first.started_at,
  last_failed_at: last.started_at,
});
