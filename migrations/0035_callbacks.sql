-- What those who got a lead say came of it: callbacks of scenarios, CRMs and Twilio. Needs 0029, 0031 and 0033. Times are integer milliseconds UTC.

-- In DB, beside the clients: what a client's callbacks are let in by. A secret is kept as its SHA-256, which opens nothing.
CREATE TABLE client_callbacks (
  client_id TEXT PRIMARY KEY,
  callback_key TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL,
  -- The one before a rotation goes on until then.
  previous_hash TEXT,
  previous_until INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;

-- What destinations must say after they took a lead, and may give back: packages/contracts/src/after-delivery.ts. NULL: nothing.
ALTER TABLE destinations ADD COLUMN confirm_json TEXT CHECK (json_type(confirm_json) = 'object');

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

-- Clustered under their lead; under lead 0 what matched none, which is kept for a while so that somebody can see why.
CREATE TABLE lead_callbacks (
  lead_id INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  -- UUIDv7 of the moment it came in.
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('execution', 'link', 'activity', 'outcome', 'reply', 'sms_status')),
  -- What is taken once of a lead: an outcome, an activity of the CRM's own id. NULL: as often as it is said.
  once_key TEXT,
  delivery_id TEXT,
  destination_id TEXT,
  detail_json TEXT NOT NULL CHECK (json_type(detail_json) = 'object'),
  -- Why nothing came of it; NULL: something did.
  refused TEXT,
  happened_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (lead_id, client_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX lead_callbacks_once ON lead_callbacks (lead_id, once_key) WHERE once_key IS NOT NULL;
CREATE INDEX lead_callbacks_unmatched ON lead_callbacks (received_at) WHERE lead_id = 0;

-- Who said STOP: no message of that kind goes to them any more.
CREATE TABLE opt_outs (
  client_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
  value TEXT NOT NULL,
  opted_out_at INTEGER NOT NULL,
  PRIMARY KEY (client_id, kind, value)
) WITHOUT ROWID;

-- By the CRM's own id a lead is found again; of a lead that is linked to none there is no entry.
CREATE INDEX leads_crm ON leads (client_id, crm_lead_id) WHERE crm_lead_id IS NOT NULL;

-- Until when its receiver should have said that it has the lead; NULL: nobody waits for that.
ALTER TABLE deliveries ADD COLUMN confirm_by INTEGER;
CREATE INDEX deliveries_unconfirmed ON deliveries (confirm_by) WHERE confirm_by IS NOT NULL;
