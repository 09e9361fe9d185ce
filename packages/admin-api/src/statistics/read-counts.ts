import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Counted } from "@leadrelay/db/statistics/counted";
import { dailyStatistics, type DailyCount } from "@leadrelay/db/statistics/daily-statistics";
import { intakeStatistics, type IntakeStatistic } from "@leadrelay/db/statistics/intake-statistics";
import { latencyBuckets, type LatencyCount } from "@leadrelay/db/statistics/latency-buckets";
import type { AdminDependencies } from "../dependencies.ts";

export interface ReadCounts {
  counts: DailyCount[];
  buckets: LatencyCount[];
  intake: IntakeStatistic[];
}

/** The counters of every database the scope's clients lie in. */
export async function readCounts(
  scope: OperatorScope,
  wanted: Omit<Counted, "clientIds">,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<ReadCounts> {
  const databases = [...Map.groupBy(scope.clients, ({ database }) => database)];
  const read = await Promise.all(
    databases.map(([database, clients]) => {
      const counted = { ...wanted, clientIds: clients.map(({ id }) => id) };
      return runBatch(leadDatabase(database), [
        dailyStatistics(scope, counted),
        latencyBuckets(scope, counted),
        intakeStatistics(scope, counted),
      ]);
    }),
  );
  return {
    counts: read.flatMap(([counts]) => counts),
    buckets: read.flatMap(([, buckets]) => buckets),
    intake: read.flatMap(([, , intake]) => intake),
  };
}
