/** Kept in KV with a spilled submission, where a listing shows it. */
export interface SpillMetadata {
  /** ms UTC. Records of before have none. */
  spilled_at?: number;
  /** Sends refused while the queue took others. */
  failures?: number;
}
