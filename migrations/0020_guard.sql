-- Where operators signed in before, so that whoever tries their passwords elsewhere does not keep them out: a keyed hash of the address, never
-- the address. The newest fifty of each.
CREATE TABLE operator_addresses (
  operator_id TEXT NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
  address_hash TEXT NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (operator_id, address_hash)
) WITHOUT ROWID;

-- The newest step of time (RFC 6238: 30 seconds each) whose code was used: that one and older ones are good no more. It goes with its secret.
ALTER TABLE operator_two_factors ADD COLUMN last_step INTEGER;
