-- What a destination's last tries say of it; none for one that answers, and fast: most have no row, and no lead pays for it.
-- In DB, beside the destinations. The words of `state`: packages/core/src/destination-health/destination-health.ts.
CREATE TABLE destination_health (
  destination_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('failing', 'slow', 'down')),
  since INTEGER NOT NULL,
  -- Public ids of the different deliveries that failed since it last answered; no more than it takes to call it down.
  suspects_json TEXT NOT NULL CHECK (json_type(suspects_json) = 'array'),
  probe_wait_ms INTEGER,
  next_probe_at INTEGER
) WITHOUT ROWID;
CREATE INDEX destination_health_client ON destination_health (client_id);

-- Who works through what waits for a destination at this moment, so that none takes more than its share. Freed at its end, or by time.
CREATE TABLE destination_runs (
  destination_id TEXT NOT NULL,
  -- From 0 on; the share says how many there are.
  slot INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  lease_until INTEGER NOT NULL,
  PRIMARY KEY (destination_id, slot)
) WITHOUT ROWID;
CREATE INDEX destination_runs_client ON destination_runs (client_id);
