import { sql, type RawBuilder } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { requirePart } from "../scope/require-part.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { canBeReopened } from "./letters-of-group.ts";
import { settleOpenLetters, type Settling } from "./settle-open-letters.ts";

interface Letters {
  clientId: string | null;
  ids: readonly string[];
}

/** Settles these open letters of a client; aborts the batch (`classifyStorageError`: conflict) when one of them was settled meanwhile. */
export function settleLetters(
  scope: OperatorScope,
  letters: Letters,
  settling: Settling,
): readonly Statement<number>[] {
  requirePart(scope, letters.clientId);
  return [
    allAre(letters, sql`letter.state = 'open'`),
    settleOpenLetters(scope, settling, { which: among(letters) }),
  ];
}

/** Opens these discarded letters of a client again; aborts the batch when that cannot be done for one of them any more. */
export function reopenLetters(scope: OperatorScope, letters: Letters): readonly Statement<number>[] {
  requirePart(scope, letters.clientId);
  return [
    allAre(letters, sql`letter.state = 'discarded' AND ${canBeReopened}`),
    write(
      sql`UPDATE dead_letters SET state = 'open', settled_by = NULL, settled_at = NULL, settle_reason = NULL
        WHERE state = 'discarded' AND ${among(letters)}`.compile(queries),
    ),
  ];
}

const among = ({ ids }: Letters) => sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const allAre = ({ ids, clientId }: Letters, condition: RawBuilder<unknown>) =>
  abortUnless(sql`${ids.length} = (
    SELECT count(*) FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN dead_letters AS letter ON letter.id = wanted.value
    WHERE letter.client_id IS ${clientId} AND ${condition})`);
