import { deleteExpiredQuarantined } from "@leadrelay/db/quarantine/delete-expired-quarantined";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of each database and minute: sixteen a second are kept up with. */
const deletedAtOnce = 1000;

/** Removes what was quarantined for its 30 days. Left over, the next minute goes on. */
export const deleteQuarantined = (
  dependencies: Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
  budget = openBudget(),
): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const statement = deleteExpiredQuarantined(pipelineScope, dependencies.now(), deletedAtOnce);
    return runOne(dependencies.leadDatabase(database), statement);
  });
