import type { DestinationShapesTable } from "@leadrelay/db/tables/destination-shapes-table";
import { apiProblem } from "../problems/api-problem.ts";

/** Throws the 412 where another version came to be in force than the one that a change is made from. @param versions newest first */
export function requireBasedOn(
  versions: readonly Pick<DestinationShapesTable, "version" | "created_by_name">[],
  basedOn: number | undefined,
): void {
  const [newest] = versions;
  const inForce = newest?.version ?? 0;
  if (basedOn === undefined || basedOn === inForce) return;
  const who = newest === undefined || newest.created_by_name === "" ? "Somebody" : newest.created_by_name;
  throw apiProblem(
    "changed-meanwhile",
    `${who} saved version ${inForce} since you read version ${basedOn}. Read it again, look at what changed, and repeat your change.`,
  );
}
