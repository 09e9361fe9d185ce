/** A message as the journal keeps it and as it travels to it: its id, which is a submission's mostly, and the message in JSON. */
export interface JournalEntry {
  submissionId: string;
  message: string;
}

/** What the journal Worker offers by RPC; `journalClient` makes the contract's `Journal` of it. */
export interface JournalRpc {
  put(entries: JournalEntry[]): Promise<void>;
  del(submissionIds: string[]): Promise<void>;
  /** Messages in JSON. */
  listStale(untouchedForMs: number, limit: number): Promise<string[]>;
}
