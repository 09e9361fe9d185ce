import { databaseSize } from "@leadrelay/db/database/database-size";
import { recordSizes, type SizeReading } from "@leadrelay/db/database/recorded-sizes";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { leaving, openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Notes how large every database is, so that one that fills is seen coming. One that is away keeps back no other's. Moves nothing: 0. */
export async function noteSizes(
  dependencies: Pick<Dependencies, "control" | "leadDatabase" | "leadDatabaseNames" | "now">,
  budget = openBudget(),
): Promise<number> {
  const readings: SizeReading[] = [];
  // A call to write them down is left.
  const asking = leaving(budget, 1);
  const asked = eachDatabase(dependencies, async (database) => {
    if (!asking.take(1)) return 0;
    const bytes = await runOne(dependencies.leadDatabase(database), databaseSize(pipelineScope));
    readings.push({ database, bytes });
    return 0;
  });
  await Promise.allSettled([asked]);
  if (readings.length > 0 && budget.take(1))
    await runBatch(dependencies.control, recordSizes(pipelineScope, readings, dependencies.now()));
  return asked;
}
