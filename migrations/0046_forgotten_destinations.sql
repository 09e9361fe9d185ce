-- What is kept of a destination besides its deliveries (shapes of its answers, counts, its health, tokens, its pace) is forgotten a day after it was
-- deleted; see packages/db/src/destinations/deleted-destinations.ts. The destination's own row stays, with its history.

-- When all of it was forgotten, ms UTC. Most destinations are never deleted: the index has only those that are to be looked at.
ALTER TABLE destinations ADD COLUMN forgotten_at INTEGER;
CREATE INDEX destinations_to_forget ON destinations (deleted_at) WHERE deleted_at IS NOT NULL AND forgotten_at IS NULL;
