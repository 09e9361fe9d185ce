-- Leads that a contact detail was given for which another lead holds: a couple's e-mail address, a reception desk's phone. Only searches
-- read it; who is matched by a detail stands in lead_identities. A lead whose details are its own has no row here. Needs 0001.
CREATE TABLE shared_identities (
  client_id TEXT NOT NULL,
  is_test INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
  value TEXT NOT NULL,
  -- The project's key, U+0001 and the lead's id: sorts with the project keys of lead_identities, and no two are equal.
  place TEXT NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (client_id, is_test, kind, value, place)
) WITHOUT ROWID;
