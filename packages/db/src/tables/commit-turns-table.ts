/** One row: when the next commit that conflicted may be tried again, ms UTC. */
export interface CommitTurnsTable {
  id: 1;
  free_at: number;
}
