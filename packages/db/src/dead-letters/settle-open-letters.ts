import type { DeadLetterState } from "@leadrelay/contracts/dead-letter";
import { sql, type RawBuilder } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** How letters end. */
export interface Settling {
  state: Exclude<DeadLetterState, "open">;
  /** An operator's id, or `system`; null where it needed nobody. */
  by: string | null;
  reason: string | null;
  nowMs: number;
}

/** Settles letters, those only that are open still. `which` says which rows of `dead_letters`, `from` is joined to them. */
export const settleOpenLetters = (
  _scope: Scope,
  { state, by, reason, nowMs }: Settling,
  { which, from }: { which: RawBuilder<unknown>; from?: RawBuilder<unknown> },
): Statement<number> =>
  write(
    sql`
      UPDATE dead_letters SET state = ${state}, settled_by = ${by}, settled_at = ${nowMs}, settle_reason = ${reason}
      ${from === undefined ? sql`` : sql`FROM ${from}`} WHERE dead_letters.state = 'open' AND (${which})`.compile(
      queries,
    ),
  );
