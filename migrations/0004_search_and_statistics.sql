-- What lists, search and statistics read, so that none of them scans. Needs 0001 only.
-- Days are whole UTC days since 1970-01-01 (milliseconds / 86 400 000).

-- Search by name: a lead stands under at most three words of every name it ever had (core/identity/name-words.ts).
CREATE TABLE lead_name_words (
  client_id TEXT NOT NULL,
  is_test INTEGER NOT NULL,
  word TEXT NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (client_id, is_test, word, lead_id)
) WITHOUT ROWID;

-- The leads of before. SQLite folds only ASCII letters: a name stored as MÜLLER is found as 'mÜller' until it is submitted again.
-- Words are split by spaces through a JSON array; first, second and last are kept, as the commit keeps them.
INSERT INTO lead_name_words (client_id, is_test, word, lead_id)
SELECT named.client_id, named.is_test, substr(trim(named_word.value, '.,;:!?"''`()[]{}<>/\|*_-'), 1, 64), named.id
FROM (
  SELECT id, client_id, is_test, '[' || replace(json_quote(trim(
    replace(replace(replace(replace(lower(contact_name), char(9), ' '), char(10), ' '), '  ', ' '), '  ', ' ')
  )), ' ', '","') || ']' AS words
  FROM leads WHERE contact_name IS NOT NULL
) AS named, json_each(named.words) AS named_word
WHERE (named_word.key < 2 OR named_word.key = json_array_length(named.words) - 1)
  AND trim(named_word.value, '.,;:!?"''`()[]{}<>/\|*_-') <> ''
ON CONFLICT DO NOTHING;

-- Lists, newest first. The primary key follows in each entry, so (time, key) is a cursor without ties.
CREATE INDEX deliveries_created ON deliveries (client_id, created_at);
CREATE INDEX lead_submissions_submitted ON lead_submissions (client_id, submitted_at);
CREATE INDEX blocked_ip_leads_submitted ON blocked_ip_leads (client_id, submitted_at);

-- Of the submission that caused it, so that counting an outcome needs no join. NULL in rows of before.
ALTER TABLE deliveries ADD COLUMN form_id TEXT;
ALTER TABLE deliveries ADD COLUMN submitted_at INTEGER;

-- Submissions by outcome, counted on the day they came in, in the batch that stores them.
CREATE TABLE submission_counters (
  client_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  form_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new_lead', 'duplicate', 'reengaged', 'test', 'blocked')),
  value INTEGER NOT NULL,
  PRIMARY KEY (client_id, day, form_id, outcome)
) WITHOUT ROWID;

-- Deliveries that arrived, by how long after their submission, and dead letters made of deliveries (one delivery can make several:
-- a replay that fails again, and can arrive after all), counted on the day of the answer, in the batch that settles them.
CREATE TABLE delivery_counters (
  client_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  -- '' for deliveries of before this table.
  form_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'dead')),
  -- Of submit to delivered (core/statistics/latency-buckets.ts); -1 for dead ones and where the submission's time is not known.
  bucket INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (client_id, day, form_id, destination_id, outcome, bucket)
) WITHOUT ROWID;

-- What an error says without its numbers, ids and quotes, hashed (core/dead-letters/fingerprint.ts). '' in letters of before.
ALTER TABLE dead_letters ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';

-- Letters of any state, newest first; those without a client stand under NULL. It serves what dead_letters_open did.
CREATE INDEX dead_letters_listed ON dead_letters (client_id, state, last_failed_at);
DROP INDEX dead_letters_open;

-- Letters by cause. Only the triggers below write here, so that the counts are right whoever moves a letter.
CREATE TABLE dead_letter_groups (
  -- '' where no client, destination or answer is known; status 0 likewise.
  client_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  cause TEXT NOT NULL,
  status_code INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  open_count INTEGER NOT NULL,
  -- Letters of every state.
  total INTEGER NOT NULL,
  -- The earliest and latest failure of any letter that was ever in the group.
  first_failed_at INTEGER NOT NULL,
  last_failed_at INTEGER NOT NULL,
  -- The letter that came into the group, or opened anew in it, last.
  sample_letter_id TEXT NOT NULL,
  sample_error TEXT,
  PRIMARY KEY (client_id, destination_id, kind, cause, status_code, fingerprint)
) WITHOUT ROWID;
CREATE INDEX dead_letter_groups_open ON dead_letter_groups (client_id, last_failed_at, sample_letter_id) WHERE open_count > 0;

INSERT INTO dead_letter_groups
SELECT coalesce(client_id, ''), coalesce(destination_id, ''), kind, cause, coalesce(last_status_code, 0), fingerprint,
  sum(state = 'open'), count(*), min(first_failed_at), max(last_failed_at), id, last_error
FROM dead_letters GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER dead_letters_enter_group AFTER INSERT ON dead_letters
BEGIN
  INSERT INTO dead_letter_groups VALUES (coalesce(new.client_id, ''), coalesce(new.destination_id, ''), new.kind, new.cause,
    coalesce(new.last_status_code, 0), new.fingerprint, new.state = 'open', 1, new.first_failed_at, new.last_failed_at,
    new.id, new.last_error)
  ON CONFLICT DO UPDATE SET open_count = open_count + excluded.open_count, total = total + 1,
    first_failed_at = min(first_failed_at, excluded.first_failed_at),
    last_failed_at = max(last_failed_at, excluded.last_failed_at),
    sample_letter_id = excluded.sample_letter_id, sample_error = excluded.sample_error;
END;

-- Settled, or open again for the same cause.
CREATE TRIGGER dead_letters_turn_in_group AFTER UPDATE ON dead_letters
WHEN (old.state = 'open') <> (new.state = 'open')
  AND (old.client_id, old.destination_id, old.kind, old.cause, old.last_status_code, old.fingerprint)
    IS (new.client_id, new.destination_id, new.kind, new.cause, new.last_status_code, new.fingerprint)
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count + (new.state = 'open') - (old.state = 'open'),
    last_failed_at = max(last_failed_at, new.last_failed_at),
    sample_letter_id = iif(new.state = 'open', new.id, sample_letter_id),
    sample_error = iif(new.state = 'open', new.last_error, sample_error)
  WHERE client_id = coalesce(new.client_id, '') AND destination_id = coalesce(new.destination_id, '')
    AND kind = new.kind AND cause = new.cause AND status_code = coalesce(new.last_status_code, 0)
    AND fingerprint = new.fingerprint;
END;

-- Open again for another cause.
CREATE TRIGGER dead_letters_change_group AFTER UPDATE ON dead_letters
WHEN (old.client_id, old.destination_id, old.kind, old.cause, old.last_status_code, old.fingerprint)
  IS NOT (new.client_id, new.destination_id, new.kind, new.cause, new.last_status_code, new.fingerprint)
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count - (old.state = 'open'), total = total - 1
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint;
  INSERT INTO dead_letter_groups VALUES (coalesce(new.client_id, ''), coalesce(new.destination_id, ''), new.kind, new.cause,
    coalesce(new.last_status_code, 0), new.fingerprint, new.state = 'open', 1, new.first_failed_at, new.last_failed_at,
    new.id, new.last_error)
  ON CONFLICT DO UPDATE SET open_count = open_count + excluded.open_count, total = total + 1,
    first_failed_at = min(first_failed_at, excluded.first_failed_at),
    last_failed_at = max(last_failed_at, excluded.last_failed_at),
    sample_letter_id = excluded.sample_letter_id, sample_error = excluded.sample_error;
  DELETE FROM dead_letter_groups
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint AND total = 0;
END;

-- Erased.
CREATE TRIGGER dead_letters_leave_group AFTER DELETE ON dead_letters
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count - (old.state = 'open'), total = total - 1
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint;
  DELETE FROM dead_letter_groups
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint AND total = 0;
END;
