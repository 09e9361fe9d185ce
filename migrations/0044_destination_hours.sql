-- How many of a day's deliveries arrived and died in each of its hours (UTC): what a destination's health line is drawn from. In the rows that are
-- written anyway, so that they cost none. In the clients' databases. Needs 0004 and 0043.

-- {destination: {"h13": how many arrived in that hour, "at": when the last did, ms UTC}}
ALTER TABLE day_counters ADD COLUMN hours_json TEXT NOT NULL DEFAULT '{}';

-- {"h13": how many died in that hour, whatever became of them since}; when the last did.
ALTER TABLE delivery_counters ADD COLUMN by_hour TEXT NOT NULL DEFAULT '{}';
ALTER TABLE delivery_counters ADD COLUMN last_at INTEGER;
