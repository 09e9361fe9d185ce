/** Leaves every pending delivery as one that arrived at its first try. */
export const settleDeliveries = async (database: D1Database): Promise<void> =>
  void (await database.batch(settled.map((sql) => database.prepare(sql))));

const settled = [
  `UPDATE leads SET last_sent_at = last_submitted_at WHERE last_sent_at IS NULL`,
  `INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, status_code, started_at, duration_ms)
   SELECT lead_id, event_id, destination_id, 1, client_id, 'delivered', 200, created_at, 20 FROM deliveries WHERE status = 'pending'`,
  `UPDATE deliveries SET status = 'delivered', attempts = 1, settled_at = created_at, next_attempt_at = NULL, last_status_code = 200
   WHERE status = 'pending'`,
];
