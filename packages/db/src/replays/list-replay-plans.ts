import { sql } from "kysely";
import { clientLists, isOfThese } from "../lists/client-lists.ts";
import { jsonValues } from "../lists/json-values.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { ReplayPlansTable } from "../tables/replay-plans-table.ts";
import { isPlanWithin, toReplayPlan, type ReplayPlan } from "./replay-plan.ts";

/** Whose parts a scope may see; '' stands for letters without a client. */
const partsOf = (scope: OperatorScope): string[] => [
  ...clientIdsOf(scope),
  ...(scope.isInstallation ? [""] : []),
];

/** Under which names the index keeps a scope's plans. */
export const planLists = (scope: OperatorScope): string[] => clientLists(partsOf(scope));

/** As the index `replay_plans_listed` has it, word for word. */
const listOf = sql`(iif(json_array_length(parts_json) > 1, 'several:', '') || coalesce(parts_json ->> '$[0].client_id', ''))`;

/** Ids of plans wholly within the scope, newest first, older than `before` (an id): so many of each of `planLists`. */
export function newestPlanIds(
  scope: OperatorScope,
  { before, perList }: { before: string | null; perList: number },
): Statement<string[][]> {
  const isMine = isOfThese(
    partsOf(scope),
    (mine) => sql`EXISTS (
      SELECT 1 FROM json_each(parts_json) AS part WHERE coalesce(part.value ->> 'client_id', '') NOT IN ${mine})`,
  );
  return listOfEach<string>(
    planLists(scope),
    sql`
      SELECT json_quote(id) AS item FROM replay_plans
      WHERE ${listOf} = wanted.value AND id < ${before ?? afterEveryId} AND ${isMine}
      ORDER BY id DESC LIMIT ${perList}`,
  );
}

/** Ids are lower-case UUIDs. */
const afterEveryId = "g";

/** Plans wholly within the scope by their ids, newest first. */
export const replayPlansByIds = (scope: OperatorScope, ids: readonly string[]): Statement<ReplayPlan[]> =>
  mapResult(
    rowsOf(
      sql<ReplayPlansTable>`
        SELECT found.* FROM ${jsonValues(ids)} AS wanted CROSS JOIN replay_plans AS found ON found.id = wanted.value`.compile(
        queries,
      ),
      toReplayPlan,
    ),
    (plans) => plans.filter((plan) => isPlanWithin(scope, plan)).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
  );
