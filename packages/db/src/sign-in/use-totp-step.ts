import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Uses up the code of a step of time, and all older ones (RFC 6238, 5.2). Counts 1 for one of however many that try the same, 0 for whoever
 * comes after.
 * @param secondFactorId of `operator_two_factors`
 */
export const useTotpStep = (
  _scope: PipelineScope,
  { secondFactorId, step }: { secondFactorId: string; step: number },
): Statement<number> =>
  write(
    sql`UPDATE operator_two_factors SET last_step = ${step}
      WHERE id = ${secondFactorId} AND (last_step IS NULL OR last_step < ${step})`.compile(queries),
  );
