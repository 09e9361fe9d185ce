import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { forgetSessions } from "@leadrelay/db/sessions/forget-sessions";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of each database and minute: 2.8 million a day. */
const forgottenAtOnce = 2_000;
const keptDays = 90;
const dayMs = 86_400_000;

/** Forgets what pages' tags told of visits, 90 days after. A lead keeps its score. Left over, the next minute goes on. */
export const forgetOldSessions = (
  dependencies: Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
  budget = openBudget(),
): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const beforeDay = Math.floor(dependencies.now() / dayMs) - keptDays;
    return runOne(
      dependencies.leadDatabase(database),
      forgetSessions(pipelineScope, beforeDay, forgottenAtOnce),
    );
  });
