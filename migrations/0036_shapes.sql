-- Which leads a destination gets, and how they are written for it: packages/contracts/src/shape.ts. NULL: all, as its kind writes them.
-- In DB, beside the destinations. Needs 0003.
ALTER TABLE destinations ADD COLUMN shape_json TEXT;

-- Every shape a destination had, from the first on: what an undo goes back to.
CREATE TABLE destination_shapes (
  destination_id TEXT NOT NULL,
  -- From 1 on, without gaps.
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL,
  -- NULL: none.
  shape_json TEXT,
  -- Of an undo the version it went back to; 0: to none.
  restores INTEGER,
  -- Milliseconds UTC; an operator's or a key's id and name, as in the audit log.
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_by_name TEXT NOT NULL,
  PRIMARY KEY (destination_id, version)
) WITHOUT ROWID;
