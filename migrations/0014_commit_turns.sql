-- When the next commit that conflicted may be tried again, ms UTC: one row, moved on by whoever asks for a turn.
CREATE TABLE commit_turns (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  free_at INTEGER NOT NULL
);
INSERT INTO commit_turns (id, free_at) VALUES (1, 0);
