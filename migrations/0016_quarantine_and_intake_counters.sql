-- What the producer refused, and filled honeypots, by form, day and reason (contracts/intake-counts.ts). Counts and no leads: told by the
-- producer every few seconds, now and then lost or told twice.
CREATE TABLE intake_counters (
  client_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  form_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  value INTEGER NOT NULL,
  -- The last hour (whole ones since 1970, UTC) in which any was counted, how many in it and in the one before.
  hour INTEGER NOT NULL,
  in_hour INTEGER NOT NULL,
  hour_before INTEGER NOT NULL DEFAULT 0,
  -- What the fields of the last one were called, where that matters; JSON.
  fields_json TEXT,
  PRIMARY KEY (client_id, day, form_id, reason)
) WITHOUT ROWID;

-- The same of what was taken, so that the two can be compared while a day is young. 0 in rows of before.
ALTER TABLE submission_counters ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submission_counters ADD COLUMN in_hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submission_counters ADD COLUMN hour_before INTEGER NOT NULL DEFAULT 0;

-- Submissions with a filled honeypot that a form keeps for a person to look at: no lead's, and sent only once they are released.
CREATE TABLE quarantined_submissions (
  client_id TEXT NOT NULL,
  public_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  contact_name TEXT,
  contact_email TEXT,
  contact_phone TEXT,
  project TEXT,
  payload_json TEXT NOT NULL,
  -- The queue message it came in, without its payload: what a release puts back.
  message_json TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- NULL: still kept. Set with the release, and by the commit of what was released.
  released_at INTEGER,
  released_by TEXT,
  PRIMARY KEY (client_id, public_id)
) WITHOUT ROWID;
CREATE INDEX quarantined_submissions_submitted ON quarantined_submissions (client_id, submitted_at);
CREATE INDEX quarantined_submissions_expiry ON quarantined_submissions (expires_at);
