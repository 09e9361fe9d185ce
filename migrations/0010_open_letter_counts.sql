-- Open dead letters counted by client and kind. Needs 0004 only.

-- Of dead_letter_groups, of which a client may have any number: only the triggers below write here.
CREATE TABLE open_letter_counts (
  -- '' where no client is known.
  client_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  open_count INTEGER NOT NULL,
  PRIMARY KEY (client_id, kind)
) WITHOUT ROWID;

INSERT INTO open_letter_counts
SELECT client_id, kind, sum(open_count) FROM dead_letter_groups WHERE open_count > 0 GROUP BY 1, 2;

CREATE TRIGGER dead_letter_groups_open_new AFTER INSERT ON dead_letter_groups WHEN new.open_count <> 0
BEGIN
  INSERT INTO open_letter_counts VALUES (new.client_id, new.kind, new.open_count)
  ON CONFLICT DO UPDATE SET open_count = open_count + excluded.open_count;
END;

CREATE TRIGGER dead_letter_groups_open_changed AFTER UPDATE OF open_count ON dead_letter_groups
WHEN new.open_count <> old.open_count
BEGIN
  INSERT INTO open_letter_counts VALUES (new.client_id, new.kind, new.open_count - old.open_count)
  ON CONFLICT DO UPDATE SET open_count = open_count + excluded.open_count;
END;
