import { forgetUnmatched } from "@leadrelay/db/callbacks/unmatched-callbacks";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** By then whoever wanted to know why a callback matched no lead has looked. */
const keptMs = 30 * 86_400_000;
/** Of each database and minute. */
const forgottenAtOnce = 1000;

/** Forgets callbacks that matched no lead. An idle minute reads the end of an index. */
export const forgetUnmatchedCallbacks = (
  dependencies: Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
  budget = openBudget(),
): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const forgotten = forgetUnmatched(pipelineScope, dependencies.now() - keptMs, forgottenAtOnce);
    return runOne(dependencies.leadDatabase(database), forgotten);
  });
