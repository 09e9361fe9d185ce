import { sql, type RawBuilder } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

export interface AttemptLimit {
  /** What is counted by; never a contact detail. */
  key: string;
  max: number;
  windowMs: number;
}

export type AttemptVerdict = { kind: "allowed" } | { kind: "too_many"; retryAfterMs: number };

interface Counted {
  count: number;
  last_request: number;
}

/**
 * Counts one try in a fixed window and says whether it was still allowed: one statement, so that no two count as one.
 * @param condition SQL: counts only when it holds; one that is not counted is allowed
 */
export function countAttempt(
  _scope: PipelineScope,
  { key, max, windowMs }: AttemptLimit,
  { id, now }: { id: string; now: number },
  condition: RawBuilder<unknown> = sql`TRUE`,
): Statement<AttemptVerdict> {
  const query = sql<Counted>`
    INSERT INTO rate_limits (id, key, count, last_request) SELECT ${id}, ${key}, 1, ${now} WHERE ${condition}
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN last_request <= ${now - windowMs} THEN 1 ELSE count + 1 END,
      last_request = CASE WHEN last_request <= ${now - windowMs} THEN ${now} ELSE last_request END
    RETURNING count, last_request`;
  return {
    query: query.compile(queries),
    read(rows) {
      const [counted] = rows as [Counted?];
      return counted === undefined || counted.count <= max
        ? { kind: "allowed" }
        : { kind: "too_many", retryAfterMs: counted.last_request + windowMs - now };
    },
  };
}

/** SQL: what is counted by this key came to no more than so many. */
export const countedAtMost = (key: string, max: number): RawBuilder<boolean> =>
  sql<boolean>`(SELECT count FROM rate_limits WHERE key = ${key}) <= ${max}`;

/** What was counted by this key is forgotten. */
export const forgetAttempt = (_scope: PipelineScope, key: string): Statement<number> =>
  write(queries.deleteFrom("rate_limits").where("key", "=", key).compile());

/** More than one try can add, so that the table shrinks, and few enough that no single try pays for an attack. */
const forgottenAtOnce = 20;

/** Forgets some of the windows that are over. */
export function forgetAttempts(_scope: PipelineScope, windowMs: number, now: number): Statement<number> {
  const over = queries
    .selectFrom("rate_limits")
    .select("id")
    .where("last_request", "<=", now - windowMs)
    .orderBy("last_request")
    .limit(forgottenAtOnce);
  return write(queries.deleteFrom("rate_limits").where("id", "in", over).compile());
}
