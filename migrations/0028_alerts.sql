-- What was told of a destination's troubles, so that each is told once; see packages/core/src/alerts/plan-alerts.ts. In DB, beside the destinations.
CREATE TABLE told_alerts (
  -- State and destination, or a cause of dead letters.
  subject TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('down', 'disabled', 'letters')),
  -- Of a state when it began, 0 of letters; milliseconds UTC as told_at.
  since INTEGER NOT NULL,
  -- Of letters how many were open.
  count INTEGER NOT NULL,
  told_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX told_alerts_told ON told_alerts (told_at);

CREATE INDEX destination_health_down ON destination_health (since) WHERE state = 'down';
CREATE INDEX destinations_gone ON destinations (disabled_at) WHERE disabled_reason = 'gone' AND enabled = 0;
-- Destinations that are told of destinations and deliveries: few, and the sweep asks for them each minute.
CREATE INDEX destinations_alerted ON destinations (client_id) WHERE instr(event_types_json, '"de') > 0 AND deleted_at IS NULL;
