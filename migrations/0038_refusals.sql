-- A run of refusals holds a destination up as failures do, and one that takes nothing for days is switched off. In DB, beside the destinations; see
-- packages/core/src/destination-health/destination-health.ts. Needs 0012 and 0028.

-- So many refused in a row hold up the rest; 0: never; NULL: as many as is usual.
ALTER TABLE destinations ADD COLUMN hold_after_refusals INTEGER CHECK (hold_after_refusals >= 0);

-- Public ids of the different deliveries that it refused since it last took one.
ALTER TABLE destination_health ADD COLUMN refusals_json TEXT NOT NULL DEFAULT '[]' CHECK (json_type(refusals_json) = 'array');
-- 1: it is down because it refused them.
ALTER TABLE destination_health ADD COLUMN is_refusing INTEGER NOT NULL DEFAULT 0;
-- Since when it takes nothing, and when that was seen last; ms UTC, NULL where it took the last.
ALTER TABLE destination_health ADD COLUMN failing_since INTEGER;
ALTER TABLE destination_health ADD COLUMN failed_at INTEGER;

-- Not only those that are gone; the version before this one names destinations_gone still.
CREATE INDEX destinations_given_up ON destinations (disabled_at) WHERE disabled_reason IN ('gone', 'failing') AND enabled = 0;
