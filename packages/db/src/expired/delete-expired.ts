import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Nonces whose timestamps can no longer be taken, oldest first. */
export const deleteExpiredNonces = (
  _scope: PipelineScope,
  beforeMs: number,
  limit: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM request_nonces WHERE (key_id, nonce) IN (
        SELECT key_id, nonce FROM request_nonces WHERE expires_at <= ${beforeMs} ORDER BY expires_at LIMIT ${limit})`.compile(
      queries,
    ),
  );

/** Answers that no repeated request can ask for any more, oldest first. */
export const deleteExpiredAnswers = (
  _scope: PipelineScope,
  beforeMs: number,
  limit: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM idempotent_requests WHERE (actor_id, idempotency_key) IN (
        SELECT actor_id, idempotency_key FROM idempotent_requests
        WHERE expires_at <= ${beforeMs} ORDER BY expires_at LIMIT ${limit})`.compile(queries),
  );
