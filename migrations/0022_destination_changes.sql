-- What was done to a destination, by kind: told beside what its receiver refuses since, and counted where it is tested.
CREATE INDEX audit_log_destination ON audit_log (subject_id, action, id) WHERE subject_kind = 'destination';

-- Readings are many; the changes between them are found without reading those.
ALTER TABLE audit_log ADD COLUMN is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1));
UPDATE audit_log SET is_read = 1 WHERE action IN ('lead.read', 'leads.listed', 'leads.searched', 'submission.read', 'submissions.listed',
  'blocked_submissions.listed', 'delivery.read', 'events.listed', 'dead_letter.read', 'unsent.listed', 'lead.split_planned');
CREATE INDEX audit_log_agency_changes ON audit_log (agency_id, id) WHERE is_read = 0;
CREATE INDEX audit_log_client_changes ON audit_log (client_id, id) WHERE is_read = 0;

-- Since when it is switched off; NULL while it is on, and of those that were off before this was kept.
ALTER TABLE destinations ADD COLUMN disabled_at INTEGER;
