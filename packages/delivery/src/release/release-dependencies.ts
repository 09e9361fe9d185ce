import type { Environment } from "@leadrelay/contracts/environment";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";

/** What judging a release reaches outside itself. */
export interface ReleaseDependencies {
  control: D1Database;
  /** By binding name; throws when there is no such binding. */
  leadDatabase: (binding: string) => D1Database;
  /** Milliseconds UTC. */
  now: () => number;
  /** The installation's; a destination may have its own. */
  retrySchedule: RetrySchedule;
  environment: Environment;
}

/** And what making it does: see `ReplayDependencies`. */
export interface ReleaseStepDependencies extends ReleaseDependencies {
  enqueueSubmissions: (
    messages: readonly SubmissionMessage[],
  ) => Promise<{ taken: readonly SubmissionMessage[]; refused: readonly SubmissionMessage[] }>;
  /** Payloads too big for a message are left there. */
  kv: KVNamespace;
}
