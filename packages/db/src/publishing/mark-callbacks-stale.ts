import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Has what lets callbacks in published anew, of each client that has a secret. It looks at one row of each: for a new master key, not for every minute. */
export const markCallbacksStale = (_scope: PipelineScope): Statement<number> =>
  write(
    sql`UPDATE clients SET direct_config_stale = 1 WHERE id IN (SELECT client_id FROM client_callbacks) AND direct_config_stale = 0`.compile(
      queries,
    ),
  );
