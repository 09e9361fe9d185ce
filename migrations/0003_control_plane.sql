-- Who may do what, what was done, and what people write on a lead. Times are integer milliseconds UTC, booleans 0/1.

-- Control tables: always in database DB ------------------------------------------------------------------------------

-- client_id '' means every client of the agency, which only an owner has. An operator of an agency has a row for each client.
CREATE TABLE memberships (
  operator_id TEXT NOT NULL,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  client_id TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('agency_owner', 'agency_operator', 'client_admin', 'client_viewer')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (operator_id, agency_id, client_id),
  CHECK ((role = 'agency_owner') = (client_id = ''))
) WITHOUT ROWID;
CREATE INDEX memberships_agency ON memberships (agency_id, operator_id, client_id);
CREATE INDEX memberships_client ON memberships (client_id, operator_id);

-- The link holds the token, the table its SHA-256: who reads the table cannot accept.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  role TEXT NOT NULL CHECK (role IN ('agency_owner', 'agency_operator', 'client_admin', 'client_viewer')),
  client_ids_json TEXT NOT NULL DEFAULT '[]' CHECK (json_type(client_ids_json) = 'array'),
  invited_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  accepted_at INTEGER,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX invitations_agency ON invitations (agency_id, id);

-- For whoever forgot a password: the link holds the token.
CREATE TABLE password_resets (
  token_hash TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) WITHOUT ROWID;

-- client_id NULL: the key sees every client of its agency. The previous secret works until previous_expires_at.
CREATE TABLE access_keys (
  id TEXT PRIMARY KEY,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  client_id TEXT REFERENCES clients (id),
  name TEXT NOT NULL,
  permissions_json TEXT NOT NULL CHECK (json_type(permissions_json) = 'array'),
  sealed_secret TEXT NOT NULL,
  sealed_previous_secret TEXT,
  previous_expires_at INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  last_used_at INTEGER
) WITHOUT ROWID;
CREATE INDEX access_keys_agency ON access_keys (agency_id, id);

-- A nonce of a signed request is good once; kept for as long as its timestamp could be taken.
CREATE TABLE request_nonces (
  key_id TEXT NOT NULL,
  nonce TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (key_id, nonce)
) WITHOUT ROWID;
CREATE INDEX request_nonces_expiry ON request_nonces (expires_at);

-- What an Idempotency-Key was answered with; sealed, because an answer may hold a secret that is shown once.
CREATE TABLE idempotent_requests (
  actor_id TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  sealed_answer TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (actor_id, idempotency_key)
) WITHOUT ROWID;
CREATE INDEX idempotent_requests_expiry ON idempotent_requests (expires_at);

-- Ids are UUIDv7: the key is also the order.
CREATE TABLE audit_log (
  id TEXT PRIMARY KEY,
  agency_id TEXT,
  client_id TEXT,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('operator', 'key', 'system')),
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  -- What changed, without secrets and without contact details.
  detail_json TEXT NOT NULL DEFAULT '{}' CHECK (json_type(detail_json) = 'object'),
  request_id TEXT,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX audit_log_agency ON audit_log (agency_id, id);
CREATE INDEX audit_log_client ON audit_log (client_id, id);

ALTER TABLE agencies ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
-- The client's own pipeline, in order; a lead starts at the first.
ALTER TABLE clients ADD COLUMN stages_json TEXT NOT NULL DEFAULT '["new","contacted","qualified","won","lost"]'
  CHECK (json_type(stages_json) = 'array');

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

-- What people did on a lead: notes, and its way along the pipeline. Ids are UUIDv7.
CREATE TABLE lead_activity (
  lead_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'status')),
  author_kind TEXT NOT NULL CHECK (author_kind IN ('operator', 'key')),
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  -- The note, or the stage it went to.
  text TEXT NOT NULL,
  -- The stage it came from.
  previous TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (lead_id, id)
) WITHOUT ROWID;
