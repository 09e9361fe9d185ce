import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { forgetPastTallies } from "@leadrelay/db/tallies/forget-past-tallies";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of each database and minute. */
const forgottenAtOnce = 1000;

/** Forgets counts of hours, days, weeks and months that are over. Left over, the next minute goes on. */
export const forgetTallies = (
  dependencies: Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
  budget = openBudget(),
): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const forgotten = forgetPastTallies(pipelineScope, dependencies.now(), forgottenAtOnce);
    return runOne(dependencies.leadDatabase(database), forgotten);
  });
