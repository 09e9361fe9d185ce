-- Who of several destinations gets a lead. Needs nothing before it.

-- Control tables: always in database DB ------------------------------------------------------------------------------

CREATE TABLE routes (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  name TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('all', 'first_accepting', 'round_robin', 'weighted')),
  -- What waits at a member for longer goes to the next; NULL: it waits as long as it takes.
  overflow_minutes INTEGER,
  -- When mode, members or shares last changed: leads are counted from then.
  counted_from INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) WITHOUT ROWID;
CREATE INDEX routes_client ON routes (client_id, id);
CREATE INDEX routes_overflowing ON routes (id) WHERE overflow_minutes IS NOT NULL AND deleted_at IS NULL;

-- A destination is in one route at most, or two of them could both have it.
CREATE TABLE route_members (
  destination_id TEXT PRIMARY KEY,
  route_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  weight INTEGER NOT NULL DEFAULT 1,
  -- Which leads it may get; NULL: every one.
  conditions_json TEXT
) WITHOUT ROWID;
CREATE INDEX route_members_route ON route_members (route_id, position);

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

-- Route → the member that has the lead, as JSON. NULL: it went through none.
ALTER TABLE leads ADD COLUMN routed_json TEXT;
-- The route that chose its destination. NULL: none did.
ALTER TABLE deliveries ADD COLUMN route_id TEXT;
CREATE INDEX deliveries_routed ON deliveries (route_id, created_at) WHERE route_id IS NOT NULL AND settled_at IS NULL;
