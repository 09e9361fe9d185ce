-- When the sweep ran last, so that somebody can see that it does not. Times are integer milliseconds UTC. Needs 0001 only.

-- Control table: always in database DB. One row, written anew at the end of each sweep.
CREATE TABLE sweep_runs (
  name TEXT PRIMARY KEY CHECK (name = 'minute'),
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  -- Task → why it failed.
  failed_json TEXT NOT NULL CHECK (json_type(failed_json) = 'object'),
  -- What was still to be published after it: forms, and clients' direct configurations; counted to 1000.
  stale_forms INTEGER NOT NULL,
  stale_clients INTEGER NOT NULL
) WITHOUT ROWID;
