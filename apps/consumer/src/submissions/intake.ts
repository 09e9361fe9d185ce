import type { Submission } from "@leadrelay/core/identity/submission";
import type { IdRange } from "@leadrelay/db/intake/reserve-ids";
import type { Dependencies } from "../dependencies.ts";
import type { Pending } from "../received/pending.ts";
import { toSubmission } from "../received/to-submission.ts";

/** One batch on its way into one database. */
export interface Intake {
  database: string;
  d1: D1Database;
  dependencies: Dependencies;
  /** Reserved once for the whole batch, from the next one to use on; null while it has none. */
  ids: IdRange | null;
  /** How many first attempts it may still make: its lanes are six. */
  firstAttempts: number;
  /** Those under way. They never reject. */
  sends: Promise<void>[];
  /** A message as core decides it. Throws for one that cannot be read as a submission. */
  submissionOf: (pending: Pending) => Submission;
}

/** Throws when there is no such database. */
export function openIntake(database: string, dependencies: Dependencies): Intake {
  const read = new Map<Pending, Submission>();
  const submissionOf = (pending: Pending) => {
    const submission = read.get(pending) ?? toSubmission(pending);
    read.set(pending, submission);
    return submission;
  };
  return {
    database,
    d1: dependencies.leadDatabase(database),
    dependencies,
    ids: null,
    firstAttempts: dependencies.config.firstAttempts,
    sends: [],
    submissionOf,
  };
}
