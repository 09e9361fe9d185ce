import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { AttemptRow, CommitPlan, DeliveryRow } from "../decide/commit-plan.ts";
import { dayOf } from "./day-of.ts";
import { halfHourOf } from "./half-hour-of.ts";
import { bucketOf, noBucket } from "./latency-buckets.ts";
import { originOf, type Origin } from "./origin-of.ts";

/** Submissions of one outcome and origin in one half hour of a UTC day; see `dayOf` and `halfHourOf`. */
export interface SubmissionCount {
  client_id: string;
  day: number;
  form_id: string;
  outcome: SubmissionOutcome | "blocked";
  half_hour: number;
  /** null: it is not told apart by where it came from. */
  origin: Origin | null;
  value: number;
  /** When the last of them came in, ms. */
  at: number;
}

/** Deliveries of one outcome on one UTC day, by how long after their submission they arrived; see `bucketOf`. */
export interface DeliveryCount {
  client_id: string;
  day: number;
  form_id: string;
  destination_id: string;
  outcome: "delivered" | "dead";
  bucket: number;
  value: number;
}

/** Submissions of a commit, each on the day it came in. */
export function countSubmissions({
  submissions,
  blocked,
}: Pick<CommitPlan, "submissions" | "blocked">): SubmissionCount[] {
  const counts = [
    ...submissions.map((row) => countOfSubmission(row, originOf(row))),
    ...blocked.map((row) => countOfSubmission({ ...row, outcome: "blocked" }, null)),
  ];
  const sums = new Map<string, SubmissionCount>();
  for (const count of counts) {
    const { value, at, ...key } = count;
    const name = JSON.stringify(key);
    const before = sums.get(name);
    sums.set(name, { ...count, value: value + (before?.value ?? 0), at: Math.max(at, before?.at ?? at) });
  }
  return [...sums.values()];
}

const countOfSubmission = (
  {
    client_id,
    form_id,
    outcome,
    submitted_at,
  }: Pick<SubmissionCount, "client_id" | "form_id" | "outcome"> & { submitted_at: number },
  origin: Origin | null,
): SubmissionCount => ({
  client_id,
  day: dayOf(submitted_at),
  form_id,
  outcome,
  half_hour: halfHourOf(submitted_at),
  origin,
  value: 1,
  at: submitted_at,
});

/** Deliveries that were settled before their commit, while D1 was down; each on the day of its last try. */
export function countDirectDeliveries({
  deliveries,
  attempts,
}: Pick<CommitPlan, "deliveries" | "attempts">): DeliveryCount[] {
  const lastTries = new Map(attempts.map((attempt) => [keyOf(attempt), attempt]));
  return summed(deliveries.flatMap((delivery) => countOf(delivery, lastTries.get(keyOf(delivery)))));
}

function countOf(delivery: DeliveryRow, lastTry: AttemptRow | undefined): DeliveryCount[] {
  const { client_id, form_id, destination_id, status: outcome, submitted_at } = delivery;
  if (lastTry === undefined || (outcome !== "delivered" && outcome !== "dead")) return [];
  const endedAt = lastTry.started_at + lastTry.duration_ms;
  const isMeasured = outcome === "delivered" && submitted_at !== null;
  const bucket = isMeasured ? bucketOf(endedAt - submitted_at) : noBucket;
  return [{ client_id, day: dayOf(endedAt), form_id, destination_id, outcome, bucket, value: 1 }];
}

const keyOf = ({
  lead_id,
  event_id,
  destination_id,
}: Pick<DeliveryRow, "lead_id" | "event_id" | "destination_id">) =>
  JSON.stringify([lead_id, event_id, destination_id]);

/** One count for all that differ in nothing but their value. */
function summed<Count extends { value: number }>(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const { value, ...key } = count;
    const name = JSON.stringify(key);
    sums.set(name, { ...count, value: value + (sums.get(name)?.value ?? 0) });
  }
  return [...sums.values()];
}
