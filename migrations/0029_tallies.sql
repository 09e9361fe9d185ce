-- What is counted for decisions: leads that a destination took in an hour, a day, …, and what a route gave to each of its members. In the
-- clients' databases, beside the deliveries, so that a count moves in the batch that makes it so. Needs nothing before it.
CREATE TABLE tallies (
  client_id TEXT NOT NULL,
  -- What is counted, as core names it: cap:{destination}, cap:{destination}:{source}, route:{route}:{member}.
  subject TEXT NOT NULL,
  -- In which time, as packages/core/src/tallies/period-of.ts names it: h:2026-11-30T14+05:30, d:2026-11-30, w:2026-11-30, m:2026-11, all.
  period TEXT NOT NULL,
  count INTEGER NOT NULL,
  -- When that time is over, ms UTC; NULL: never.
  ends_at INTEGER,
  PRIMARY KEY (client_id, subject, period)
) WITHOUT ROWID;
CREATE INDEX tallies_over ON tallies (ends_at) WHERE ends_at IS NOT NULL;
