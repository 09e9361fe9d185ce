import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Environment } from "@leadrelay/contracts/environment";
import type { RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import type { DueAgain } from "../due-again.ts";

/** Submissions that went to the queue, and those it did not take. The rest, behind both, was not tried: the time was over. */
export interface Enqueued {
  taken: readonly SubmissionMessage[];
  refused: readonly SubmissionMessage[];
}

/** What replays reach outside themselves. */
export interface ReplayDependencies {
  control: D1Database;
  /** By binding name; throws when there is no such binding. */
  leadDatabase: (binding: string) => D1Database;
  leadDatabaseNames: readonly string[];
  /** Milliseconds UTC. */
  now: () => number;
  /** A UUIDv7 at `now`. */
  newId: () => string;
  /** The installation's; a destination may have its own. */
  retrySchedule: RetrySchedule;
  /** The one this installation runs in. */
  environment: Environment;
  /** Payloads too big for a message are left there. */
  kv: KVNamespace;
  /** Puts submissions back on the queue, in order, as far as a bounded time goes; throws when the queue takes nothing. */
  enqueueSubmissions: (messages: readonly SubmissionMessage[]) => Promise<Enqueued>;
  /** Wakes deliveries when they are due; `perSecond` spaces those of a destination. Never throws: the sweep finds what was not woken. */
  wakeWhenDue: (database: string, due: readonly DueAgain[], perSecond: number | null) => Promise<void>;
  /** Asks for steps, so many seconds from now. Never throws: the sweep asks again. */
  queueSteps: (steps: readonly ReplayStep[], delaySeconds: number) => Promise<void>;
}
