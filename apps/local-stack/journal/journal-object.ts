import { DurableObject } from "cloudflare:workers";
import type { JournalEntry } from "./journal-rpc.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    submission_id TEXT PRIMARY KEY,
    message TEXT NOT NULL,
    touched_at INTEGER NOT NULL,
    listings INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_touched ON entries (touched_at);
`;

/** The journal's entries on disk. An answer leaves only when what it confirms has been written. */
export class JournalObject extends DurableObject<unknown> {
  constructor(state: DurableObjectState, env: unknown) {
    super(state, env);
    state.storage.sql.exec(schema);
  }

  put(entries: JournalEntry[]): void {
    const now = Date.now();
    for (const { submissionId, message } of entries)
      this.ctx.storage.sql.exec(
        "INSERT OR REPLACE INTO entries (submission_id, message, touched_at) VALUES (?, ?, ?)",
        submissionId,
        message,
        now,
      );
  }

  del(submissionIds: string[]): void {
    this.ctx.storage.sql.exec(
      "DELETE FROM entries WHERE submission_id IN (SELECT value FROM json_each(?))",
      JSON.stringify(submissionIds),
    );
  }

  /** Doubles each entry's gap and starts it anew, so that one that cannot be settled is not asked for every minute. */
  listStale(untouchedForMs: number, limit: number): string[] {
    const due = "touched_at <= ?1 - ?2 AND touched_at <= ?1 - (?2 << min(listings, 20))";
    return this.#take(due, untouchedForMs, limit);
  }

  /** Entries last written before `before` (ms UTC), for queueing anew after a start. */
  takeLeftBefore(before: number, limit: number): string[] {
    return this.#take("touched_at < ?2", before, limit);
  }

  #take(which: string, bound: number, limit: number): string[] {
    const sql = `
      UPDATE entries SET touched_at = ?1, listings = listings + 1
      WHERE submission_id IN (SELECT submission_id FROM entries WHERE ${which} ORDER BY touched_at LIMIT ?3)
      RETURNING message`;
    const rows = this.ctx.storage.sql.exec<{ message: string }>(sql, Date.now(), bound, limit);
    return rows.toArray().map((row) => row.message);
  }
}
