import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { makeSubmissions, repeated } from "../submissions/make-submissions.ts";

/** Who posts to consumers that are called at once. */
interface Crowd {
  key: string;
  label: string;
  /** Different people, whatever the number of consumers; null: each submission is of somebody else. */
  people: number | null;
  /** Submissions in each consumer's batch. */
  batchSize: number;
}

export const crowds: readonly Crowd[] = [
  { key: "strangers", label: "strangers", people: null, batchSize: 10 },
  { key: "one_person", label: "one person", people: 1, batchSize: 10 },
  { key: "forty_people", label: "40 people", people: 40, batchSize: 40 },
];

/** Consumers called at once. */
export const crowdSizes = [1, 20, 100, 150] as const;

/** How many leads a crowd's submissions are of. */
export const leadsOf = ({ people, batchSize }: Crowd, handlers: number): number =>
  people ?? handlers * batchSize;

/** Each consumer's batch; no person of it is below `firstPerson`. */
export function batchesOf(crowd: Crowd, handlers: number, firstPerson: number): SubmissionMessage[][] {
  const { people, batchSize } = crowd;
  return Array.from({ length: handlers }, (_, handler) => {
    if (people === null) return makeSubmissions(firstPerson + handler * batchSize, batchSize);
    const once = makeSubmissions(firstPerson, people);
    return Array.from({ length: batchSize / people }, () => repeated(once)).flat();
  });
}
