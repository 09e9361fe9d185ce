import type { ReplayDependencies } from "@leadrelay/delivery/replay/replay-dependencies";
import { wakeDeliveriesAtPace } from "../queues/wake-at-pace.ts";
import { wakeDeliveriesWhenDue } from "../queues/wake-deliveries.ts";
import type { Dependencies } from "../dependencies.ts";
import { enqueueInTime } from "../queues/enqueue-in-time.ts";
import { queueReplaySteps } from "./queue-replay-steps.ts";

/** What replays reach, through the consumer's queues and databases. */
export const replayDependencies = (dependencies: Dependencies): ReplayDependencies => ({
  control: dependencies.control,
  leadDatabase: dependencies.leadDatabase,
  leadDatabaseNames: dependencies.leadDatabaseNames,
  now: dependencies.now,
  newId: dependencies.newId,
  retrySchedule: dependencies.config.retrySchedule,
  environment: dependencies.config.environment,
  kv: dependencies.kv,
  enqueueSubmissions: (messages) => enqueueInTime(dependencies, messages),
  wakeWhenDue: (database, due, perSecond) =>
    perSecond === null
      ? wakeDeliveriesWhenDue(dependencies, database, due)
      : wakeDeliveriesAtPace(dependencies, database, due, perSecond),
  queueSteps: (steps, delaySeconds) => queueReplaySteps(dependencies, steps, delaySeconds),
});
