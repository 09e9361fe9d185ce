-- Times are integer milliseconds UTC, booleans 0/1, ids text unless said otherwise.
-- Layout measured: child rows are clustered under their lead (WITHOUT ROWID), because D1 bills every index entry written.

-- Control tables: always in database DB ------------------------------------------------------------------------------

CREATE TABLE agencies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_installation INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  name TEXT NOT NULL,
  database_binding TEXT NOT NULL DEFAULT 'DB',
  test_strings_json TEXT NOT NULL DEFAULT '[]' CHECK (json_type(test_strings_json) = 'array'),
  suspicion_weights_json TEXT NOT NULL DEFAULT '{}' CHECK (json_type(suspicion_weights_json) = 'object'),
  direct_config_stale INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;
CREATE INDEX clients_direct_config_stale ON clients (id) WHERE direct_config_stale = 1;
CREATE INDEX clients_agency ON clients (agency_id);

CREATE TABLE forms (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  form_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  allowed_hosts_json TEXT NOT NULL DEFAULT '[]',
  thank_you_url TEXT,
  redirect_status INTEGER NOT NULL DEFAULT 301,
  bot_detection INTEGER,
  field_mapping_json TEXT NOT NULL DEFAULT '{}',
  default_region TEXT,
  duplicate_window_minutes INTEGER,
  reengage_hours REAL,
  reengage_basis TEXT NOT NULL DEFAULT 'last_submission' CHECK (reengage_basis IN ('last_submission', 'last_send')),
  snapshot_stale INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;
CREATE INDEX forms_client ON forms (client_id);
CREATE INDEX forms_snapshot_stale ON forms (id) WHERE snapshot_stale = 1;

CREATE TABLE destinations (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  sealed_settings TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1,
  disabled_reason TEXT,
  takes_test INTEGER NOT NULL DEFAULT 0,
  environments_json TEXT NOT NULL DEFAULT '["production"]' CHECK (json_type(environments_json) = 'array'),
  event_types_json TEXT NOT NULL DEFAULT '["lead.created","lead.reengaged"]' CHECK (json_type(event_types_json) = 'array'),
  retry_schedule TEXT,
  timeout_ms INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;
CREATE INDEX destinations_client ON destinations (client_id);

-- cidr is canonical: '203.0.113.7/32', '2001:db8::/48'.
CREATE TABLE blocked_ips (
  client_id TEXT NOT NULL,
  cidr TEXT NOT NULL,
  reason TEXT,
  country TEXT,
  referrer TEXT,
  blocked_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (client_id, cidr)
) WITHOUT ROWID;

CREATE TABLE allowed_ips (
  client_id TEXT NOT NULL,
  cidr TEXT NOT NULL,
  usage TEXT NOT NULL CHECK (usage IN ('testing', 'internal')),
  note TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (client_id, cidr)
) WITHOUT ROWID;

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

CREATE TABLE leads (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  project TEXT,
  project_key TEXT NOT NULL,
  contact_name TEXT,
  contact_email TEXT,
  contact_phone TEXT,
  visitor_id TEXT,
  user_agent TEXT,
  status TEXT NOT NULL DEFAULT 'new',
  submission_count INTEGER NOT NULL,
  suspicion_score INTEGER NOT NULL DEFAULT 0,
  first_submitted_at INTEGER NOT NULL,
  last_submitted_at INTEGER NOT NULL,
  last_sent_at INTEGER,
  crm_lead_id TEXT,
  is_test INTEGER NOT NULL DEFAULT 0,
  -- Also the newest-first list: public ids are UUIDv7.
  UNIQUE (client_id, public_id)
);

-- Who is known under what; also the search index by e-mail and phone.
CREATE TABLE lead_identities (
  client_id TEXT NOT NULL,
  is_test INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visitor_id', 'email', 'phone', 'ip')),
  value TEXT NOT NULL,
  project_key TEXT NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (client_id, is_test, kind, value, project_key)
) WITHOUT ROWID;

CREATE TABLE lead_submissions (
  lead_id INTEGER NOT NULL,
  submission_number INTEGER NOT NULL,
  id INTEGER NOT NULL,
  public_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new_lead', 'duplicate', 'reengaged', 'test')),
  contact_name TEXT,
  contact_email TEXT,
  contact_phone TEXT,
  cta TEXT,
  page_url TEXT,
  payload_json TEXT NOT NULL,
  decision_json TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  PRIMARY KEY (lead_id, submission_number),
  -- A form never changes client, so this is the submission id's uniqueness and the scoped look-up in one entry.
  UNIQUE (client_id, public_id)
) WITHOUT ROWID;

CREATE TABLE blocked_ip_leads (
  client_id TEXT NOT NULL,
  public_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  ip TEXT NOT NULL,
  matched_cidr TEXT NOT NULL,
  country TEXT,
  referrer TEXT,
  contact_name TEXT,
  contact_email TEXT,
  contact_phone TEXT,
  project TEXT,
  payload_json TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  PRIMARY KEY (client_id, public_id)
) WITHOUT ROWID;

CREATE TABLE events (
  lead_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  type TEXT NOT NULL,
  submission_public_id TEXT NOT NULL,
  payload_json TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (lead_id, id)
) WITHOUT ROWID;

CREATE TABLE deliveries (
  lead_id INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  public_id TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'in_flight', 'held', 'delivered', 'confirmed', 'dead', 'skipped', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  max_attempts INTEGER NOT NULL,
  -- Attempts spent before the present round of the schedule: a replay sets it to attempts, and raises max_attempts.
  schedule_from INTEGER NOT NULL DEFAULT 0,
  -- NULL in held and settled rows. Unchanged by a claim, so a claim writes one row.
  next_attempt_at INTEGER,
  lease_until INTEGER,
  settled_at INTEGER,
  created_at INTEGER NOT NULL,
  last_status_code INTEGER,
  last_error TEXT,
  dead_letter_id TEXT,
  PRIMARY KEY (lead_id, event_id, destination_id)
) WITHOUT ROWID;
-- What is due, destination by destination so that the sweep can pick fairly. No index on status: it would make settle scan.
CREATE INDEX deliveries_due ON deliveries (destination_id, next_attempt_at) WHERE settled_at IS NULL;

CREATE TABLE delivery_attempts (
  lead_id INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'retry', 'refused', 'gone', 'lost')),
  status_code INTEGER,
  error TEXT,
  -- Of a lost attempt: when its lease ran out.
  started_at INTEGER NOT NULL,
  duration_ms INTEGER,
  PRIMARY KEY (lead_id, event_id, destination_id, number)
) WITHOUT ROWID;

CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  -- NULL where no client could be named; only the installation's owners see those.
  client_id TEXT,
  kind TEXT NOT NULL,
  cause TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'discarded')),
  submission_id TEXT,
  lead_id INTEGER,
  event_id TEXT,
  destination_id TEXT,
  payload_json TEXT,
  attempts INTEGER NOT NULL,
  last_status_code INTEGER,
  last_error TEXT,
  first_failed_at INTEGER NOT NULL,
  last_failed_at INTEGER NOT NULL,
  settled_by TEXT,
  settled_at INTEGER,
  settle_reason TEXT,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX dead_letters_open ON dead_letters (client_id, last_failed_at) WHERE state = 'open';
CREATE INDEX dead_letters_storage ON dead_letters (created_at) WHERE state = 'open' AND kind = 'storage_unavailable';

-- Integer ids are reserved a range at a time, so that a decision knows every id before anything is written. Gaps are fine.
CREATE TABLE id_ranges (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO id_ranges (name, next) VALUES ('leads', 1), ('lead_submissions', 1);

-- The first statement of a commit inserts 0 here for every lead that moved since it was read: the CHECK aborts the batch.
CREATE TABLE commit_guard (
  unchanged INTEGER NOT NULL CHECK (unchanged = 1)
);
