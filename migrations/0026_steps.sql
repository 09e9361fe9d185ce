-- A try may take more than one request: what its steps found out is kept with the delivery, so that a retry makes none of them twice.
ALTER TABLE deliveries ADD COLUMN kept_json TEXT;
-- The receiver's own id of the lead, where it tells one.
ALTER TABLE deliveries ADD COLUMN receiver_id TEXT;
-- Outcomes of a try that the CHECK of `outcome` does not know yet, beside the nearest one that it does: the table is too big to be made anew.
-- The words: packages/contracts/src/delivery-status.ts.
ALTER TABLE delivery_attempts ADD COLUMN told_outcome TEXT CHECK (told_outcome IN ('hold', 'duplicate_at_receiver'));

-- A token by which a destination's requests are let in, sealed, while it is good. In DB, beside the destinations.
CREATE TABLE destination_tokens (
  destination_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  sealed_token TEXT NOT NULL,
  -- Which settings it was got with: the end of their seal. Others get one anew.
  settings_mark TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
