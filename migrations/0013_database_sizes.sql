-- How large each database is, noted every minute, so that somebody sees it fill. Times are integer milliseconds UTC. Needs nothing before it.

-- Control table: always in database DB. One row a database and day, kept for a month.
CREATE TABLE database_sizes (
  -- Binding name.
  database TEXT NOT NULL,
  -- Whole days since 1970-01-01, UTC.
  day INTEGER NOT NULL,
  -- The day's first reading, and its last.
  first_bytes INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  measured_at INTEGER NOT NULL,
  PRIMARY KEY (database, day)
) WITHOUT ROWID;
