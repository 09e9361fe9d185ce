import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, rowsOf, queries, type Statement } from "../statement.ts";
import { accountIs, auditAccount, type AccountEntry } from "./audit-account.ts";
import { takeTurn } from "./take-turn.ts";

/** However often somebody fails or signs in, an account gets one entry of a kind in as long. */
const oneEachMs = 3_600_000;

/**
 * Writes down what somebody did who signs in or fails to, once an hour, and answers whose account it is; undefined where there is none, which takes
 * as long. Run them in one batch.
 * @param key what is counted by, of the account and the kind of entry
 */
export function auditHourly(
  scope: PipelineScope,
  entry: AccountEntry,
  { key, turnId }: { key: string; turnId: string },
): readonly [Statement<string | undefined>, ...Statement<unknown>[]] {
  const { operator, now } = entry;
  const id = rowsOf(
    sql<{ id: string }>`SELECT o.id FROM operators AS o WHERE ${accountIs(operator)}`.compile(queries),
    (row) => row.id,
  );
  const isSomebody = sql`EXISTS (SELECT 1 FROM operators AS o WHERE ${accountIs(operator)})`;
  return [
    mapResult(id, ([found]) => found),
    takeTurn(scope, { key, burst: 1, intervalMs: oneEachMs }, { id: turnId, now }, isSomebody),
    auditAccount(scope, entry, sql`(SELECT count FROM rate_limits WHERE key = ${key}) = 1`),
  ];
}
