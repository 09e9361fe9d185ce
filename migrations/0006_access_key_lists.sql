-- Lists of keys are newest first, of an agency with all its clients or of one client; ids of keys are random.
DROP INDEX access_keys_agency;
CREATE INDEX access_keys_agency ON access_keys (agency_id, created_at, id);
CREATE INDEX access_keys_client ON access_keys (client_id, created_at, id);
