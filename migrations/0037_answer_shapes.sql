-- The shapes of what a destination answers with 2xx, where its kind does not read them: one that was never seen may be a refusal.
-- See packages/core/src/answer-shapes. In the lead databases, beside the signals that tell of them.
CREATE TABLE answer_shapes (
  destination_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  client_id TEXT NOT NULL,
  -- About: what an isolate saw is added now and then, and lost where it ends before.
  count INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  -- Days since 1970, UTC: a shape that is known today writes nothing.
  last_day INTEGER NOT NULL,
  -- One of them, without contact details and secrets.
  sample TEXT NOT NULL,
  -- Whether it was looked at as one that was never seen.
  is_judged INTEGER NOT NULL CHECK (is_judged IN (0, 1)),
  PRIMARY KEY (destination_id, fingerprint)
) WITHOUT ROWID;
