import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

export interface AttemptLimit {
  /** What is counted by; never a contact detail. */
  key: string;
  max: number;
  windowMs: number;
}

export type AttemptVerdict = { kind: "allowed" } | { kind: "too_many"; retryAfterMs: number };

/** Counts one try in a fixed window and says whether it was still allowed: one statement, so that no two count as one. */
export function countAttempt(
  _scope: PipelineScope,
  { key, max, windowMs }: AttemptLimit,
  { id, now }: { id: string; now: number },
): Statement<AttemptVerdict> {
  const query = sql<{ count: number; last_request: number }>`
    INSERT INTO rate_limits (id, key, count, last_request) VALUES (${id}, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN last_request <= ${now - windowMs} THEN 1 ELSE count + 1 END,
      last_request = CASE WHEN last_request <= ${now - windowMs} THEN ${now} ELSE last_request END
    RETURNING count, last_request`;
  return {
    query: query.compile(queries),
    read(rows) {
      const [{ count, last_request }] = rows as [{ count: number; last_request: number }];
      return count <= max
        ? { kind: "allowed" }
        : { kind: "too_many", retryAfterMs: last_request + windowMs - now };
    },
  };
}

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
