-- What became of waiting for a receiver to confirm what it took. Needs 0035. Times are integer milliseconds UTC.

-- Nothing came within its time, or its receiver said that it made nothing of it: told once, and kept where it was confirmed after all.
ALTER TABLE deliveries ADD COLUMN unconfirmed_at INTEGER;
ALTER TABLE deliveries ADD COLUMN confirmed_at INTEGER;
-- What was taken and never confirmed, by destination; nothing else is in it.
CREATE INDEX deliveries_never_confirmed ON deliveries (destination_id, unconfirmed_at)
  WHERE unconfirmed_at IS NOT NULL AND status = 'delivered';
