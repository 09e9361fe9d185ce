-- How many leads a destination takes, and when; what it does not take now is held, and released oldest first. Needs 0029.

-- See packages/contracts/src/destination-limits.ts. NULL: as many as come, at any time.
ALTER TABLE destinations ADD COLUMN limits_json TEXT CHECK (limits_json IS NULL OR json_type(limits_json) = 'object');

-- Of a held one that waits for a cap of its source alone: that source. NULL: it waits with all others of its destination.
ALTER TABLE deliveries ADD COLUMN held_source TEXT;
-- What a destination holds, in the order in which it is released. Nothing but what is held is in it.
CREATE INDEX deliveries_held ON deliveries (destination_id, held_source, created_at) WHERE status = 'held';
