import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { AttemptRow, CommitPlan, DeliveryRow } from "../decide/commit-plan.ts";
import { dayOf } from "./day-of.ts";
import { hourOf } from "./hour-of.ts";
import { bucketOf, noBucket } from "./latency-buckets.ts";

/** Submissions of one outcome in one hour of a UTC day; see `dayOf` and `hourOf`. */
export interface SubmissionCount {
  client_id: string;
  day: number;
  form_id: string;
  outcome: SubmissionOutcome | "blocked";
  hour: number;
  value: number;
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
  const outcomes = [...submissions, ...blocked.map((row) => ({ ...row, outcome: "blocked" as const }))];
  return summed(
    outcomes.map(({ client_id, form_id, outcome, submitted_at }) => ({
      client_id,
      day: dayOf(submitted_at),
      form_id,
      outcome,
      hour: hourOf(submitted_at),
      value: 1,
    })),
  );
}

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
