-- What came in and what arrived, a row for each client's day: so that a day is read at one row, however much was counted. It takes the place of
-- submission_counters, and of delivery_counters for what arrived, which are read for the days before, and written no more; what died stays there.
-- In the clients' databases. Needs 0004 and 0016. Days as in 0004; half hours are counted from the UTC day's midnight, 0 to 47.

CREATE TABLE day_counters (
  client_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  -- {form: {outcome: how many}}
  came_json TEXT NOT NULL DEFAULT '{}',
  -- {form: {"n" new leads, "l" other live ones, "o" tests and blocked ones: {half hour: how many}}}
  slots_json TEXT NOT NULL DEFAULT '{}',
  -- {source: {campaign: {outcome: how many}}}, as utm_source and utm_campaign tell; '-' where they do not. What no longer fits is not told apart.
  origins_json TEXT NOT NULL DEFAULT '{}',
  -- {form, '-' where none is known: {destination: {bucket (core/statistics/latency-buckets.ts): how many, "m": how many of all had died before}}}
  arrived_json TEXT NOT NULL DEFAULT '{}',
  -- {form: {"r" refused, "d" dropped for a filled honeypot: {half hour: how many}}}, as the producer told.
  lost_json TEXT NOT NULL DEFAULT '{}',
  -- {destination: {what its receiver said came of leads, "confirmed", "unconfirmed": how many}}
  answers_json TEXT NOT NULL DEFAULT '{}',
  -- When the last live submission came in, ms UTC.
  last_at INTEGER,
  -- What the row began with: an INSERT that finds the row there hands its own to the update in these.
  at_1 TEXT,
  at_2 TEXT,
  at_3 TEXT,
  more INTEGER NOT NULL DEFAULT 0,
  more_2 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (client_id, day)
) WITHOUT ROWID;

-- What needs a person, found without looking at all there is.
CREATE INDEX destinations_off ON destinations (client_id) WHERE enabled = 0 AND deleted_at IS NULL;
CREATE INDEX destinations_confirming ON destinations (client_id) WHERE confirm_json IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX quarantined_submissions_waiting ON quarantined_submissions (client_id, submitted_at) WHERE released_at IS NULL;
CREATE INDEX signals_of_client ON signals (client_id, type);
