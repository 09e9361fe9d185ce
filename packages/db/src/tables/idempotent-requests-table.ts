/** What a mutation with an `Idempotency-Key` was answered with. */
export interface IdempotentRequestsTable {
  actor_id: string;
  idempotency_key: string;
  request_hash: string;
  sealed_answer: string;
  expires_at: number;
}
