-- 1: its event is a notice, no submission, and says nothing of whether its lead went out; NULL otherwise. See packages/core/src/notices/plan-notices.ts.
ALTER TABLE deliveries ADD COLUMN is_notice INTEGER CHECK (is_notice = 1);
UPDATE deliveries SET is_notice = 1 WHERE lead_id = 0;

-- Word that an operational event may be due; the alert sweep makes notices of it. In the lead databases, beside what it tells of.
-- A row stays for a while after it was told, so that the same is not told again at once; see packages/core/src/signals/plan-signals.ts.
CREATE TABLE signals (
  destination_id TEXT NOT NULL,
  type TEXT NOT NULL,
  -- What else it is told apart by; '' where that is nothing.
  subject TEXT NOT NULL,
  client_id TEXT NOT NULL,
  -- How many leads since it was told.
  count INTEGER NOT NULL,
  detail_json TEXT NOT NULL,
  -- Milliseconds UTC: of the first since it was told; when to look at it; when it was told last.
  raised_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  told_at INTEGER,
  PRIMARY KEY (destination_id, type, subject)
) WITHOUT ROWID;
CREATE INDEX signals_due ON signals (due_at);

-- Those that are told of workflows are alerted, too.
DROP INDEX destinations_alerted;
CREATE INDEX destinations_alerted ON destinations (client_id)
WHERE (instr(event_types_json, '"de') > 0 OR instr(event_types_json, '"wo') > 0) AND deleted_at IS NULL;
