import type { Scope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { IdempotentRequestsTable } from "../tables/idempotent-requests-table.ts";

/** What an actor's key was answered with, unless that is too long ago. */
export const findIdempotentRequest = (
  _scope: Scope,
  actorId: string,
  key: string,
  nowMs: number,
): Statement<IdempotentRequestsTable[]> =>
  rowsOf(
    queries
      .selectFrom("idempotent_requests")
      .selectAll()
      .where("actor_id", "=", actorId)
      .where("idempotency_key", "=", key)
      .where("expires_at", ">", nowMs)
      .compile(),
    (row) => row,
  );

/** Remembers an answer in the batch of the change itself; a second request with the key aborts that batch. One that ran out is replaced. */
export const insertIdempotentRequest = (
  _scope: Scope,
  request: IdempotentRequestsTable,
  nowMs: number,
): readonly [Statement<number>, Statement<number>] => [
  write(
    queries
      .deleteFrom("idempotent_requests")
      .where("actor_id", "=", request.actor_id)
      .where("idempotency_key", "=", request.idempotency_key)
      .where("expires_at", "<=", nowMs)
      .compile(),
  ),
  write(queries.insertInto("idempotent_requests").values(request).compile()),
];

/** Replaces a remembered answer, when more is known of what its request came to. */
export const updateIdempotentAnswer = (
  _scope: Scope,
  request: Pick<IdempotentRequestsTable, "actor_id" | "idempotency_key" | "sealed_answer">,
): Statement<number> =>
  write(
    queries
      .updateTable("idempotent_requests")
      .set({ sealed_answer: request.sealed_answer })
      .where("actor_id", "=", request.actor_id)
      .where("idempotency_key", "=", request.idempotency_key)
      .compile(),
  );
