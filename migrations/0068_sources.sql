-- Other systems that leads come from, each by a door of its own at the producer: packages/sources. In DB, beside the forms. Needs 0001.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  -- Whose mapping and policies its leads have; of the same client.
  form_id TEXT NOT NULL REFERENCES forms (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Hexadecimal SHA-256 of what it is found by: its private address, or the id of its key. What may be shown of that.
  key_hash TEXT NOT NULL UNIQUE,
  key_hint TEXT NOT NULL,
  -- Keys that were rotated, and until when each is found: [{"hash", "until"}], newest first.
  previous_keys_json TEXT NOT NULL DEFAULT '[]' CHECK (json_type(previous_keys_json) = 'array'),
  -- By INTAKE_MASTER_KEY: packages/sources/src/read-opened.ts.
  sealed_settings TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  snapshot_stale INTEGER NOT NULL DEFAULT 1 CHECK (snapshot_stale IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;
CREATE INDEX sources_client ON sources (client_id);
CREATE INDEX sources_form ON sources (form_id);
CREATE INDEX sources_snapshot_stale ON sources (id) WHERE snapshot_stale = 1;

-- Each submission that came by a source, written with it: none for what a form posted. In each lead database, beside lead_submissions.
CREATE TABLE source_leads (
  source_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  submission_public_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  -- The source's own id of the lead; NULL: it has none.
  lead_key TEXT,
  PRIMARY KEY (source_id, received_at, submission_public_id)
) WITHOUT ROWID;
