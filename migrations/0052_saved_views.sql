-- Views of the list of leads that somebody keeps: for themselves, or for all who see a client's leads, or work for an agency. In the control database.
CREATE TABLE saved_views (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL,
  -- Shared with those who see this client's leads, or with the people of this agency; both NULL: its owner's alone.
  client_id TEXT,
  agency_id TEXT,
  name TEXT NOT NULL,
  -- packages/admin-api/src/saved-views/view-schema.ts
  view_json TEXT NOT NULL CHECK (json_valid(view_json)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (client_id IS NULL OR agency_id IS NULL)
) WITHOUT ROWID;
CREATE INDEX saved_views_personal ON saved_views (owner_id) WHERE client_id IS NULL AND agency_id IS NULL;
CREATE INDEX saved_views_client ON saved_views (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX saved_views_agency ON saved_views (agency_id) WHERE agency_id IS NOT NULL;
