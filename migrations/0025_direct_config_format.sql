-- Which fields what is in KV for an outage has (packages/contracts/src/direct-config.ts), so that what code of before published, also behind
-- this migration, is published anew. Needs 0003.
ALTER TABLE clients ADD COLUMN direct_config_format INTEGER NOT NULL DEFAULT 1;
CREATE INDEX clients_direct_config_format ON clients (direct_config_format) WHERE direct_config_stale = 0;
