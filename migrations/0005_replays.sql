-- Sending again what did not land: a plan first, then steps. Times are integer milliseconds UTC. Needs 0001 only.

-- Control tables: always in database DB ------------------------------------------------------------------------------

-- Ids are UUIDv7: the key is also the order.
CREATE TABLE replay_plans (
  id TEXT PRIMARY KEY,
  created_by TEXT NOT NULL,
  filter_json TEXT NOT NULL CHECK (json_type(filter_json) = 'object'),
  -- What failed later is not the plan's: a delivery that dies again is not sent by it again.
  until INTEGER NOT NULL,
  -- Requests a second at each destination. NULL: as fast as they go.
  per_second REAL CHECK (per_second > 0),
  -- The clients (null: letters without one) and their databases, frozen: what its author may touch later does not matter.
  parts_json TEXT NOT NULL CHECK (json_type(parts_json) = 'array'),
  summary_json TEXT NOT NULL CHECK (json_type(summary_json) = 'object'),
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'cancelled')),
  created_at INTEGER NOT NULL,
  -- Until when it can be applied.
  expires_at INTEGER NOT NULL,
  applied_by TEXT,
  applied_at INTEGER,
  -- When it was done or cancelled.
  finished_at INTEGER
) WITHOUT ROWID;
CREATE INDEX replay_plans_running ON replay_plans (id) WHERE state = 'running';

-- When a destination's next paced send may be: every replay to it reserves its sends here.
CREATE TABLE destination_pace (
  destination_id TEXT PRIMARY KEY,
  -- Of the replay that reserved last.
  per_second REAL NOT NULL,
  next_slot_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

-- How far a plan is with one client ('': letters without one). In the batch of the step itself, so that no step counts twice.
CREATE TABLE replay_progress (
  plan_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  -- Steps taken: a step is committed only as the one after these.
  steps INTEGER NOT NULL,
  cursor_json TEXT NOT NULL CHECK (json_type(cursor_json) = 'array'),
  -- Deliveries the steps set out to send, and those that were still as they were read.
  chosen INTEGER NOT NULL,
  scheduled INTEGER NOT NULL,
  -- Submissions put back on the queue.
  queued INTEGER NOT NULL,
  -- Reason → how many.
  skipped_json TEXT NOT NULL CHECK (json_type(skipped_json) = 'object'),
  -- Scheduled ones that a later plan took over.
  taken_over INTEGER NOT NULL DEFAULT 0,
  next_step_at INTEGER NOT NULL,
  finished_at INTEGER,
  PRIMARY KEY (plan_id, client_id)
) WITHOUT ROWID;

-- The plan that sent it again last. Those it has not brought home stand in the index, so that progress is counted without a scan.
ALTER TABLE deliveries ADD COLUMN replay_id TEXT;
CREATE INDEX deliveries_replayed ON deliveries (replay_id)
  WHERE replay_id IS NOT NULL AND status NOT IN ('delivered', 'confirmed');
