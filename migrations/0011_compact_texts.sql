-- events and lead_submissions have no rowid: a row of theirs over 1 002 bytes takes a page of 4 KB beside its own. Texts that would make
-- it one stand here, and the row has '@' and the id in their place. id: eight for each lead_submissions.id, one for each text that a
-- submission can have (packages/db/src/long-texts/long-text-id.ts).
CREATE TABLE long_texts (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
);

-- Rows that an earlier version wrote are rewritten a chunk at a time by the sweep: how far it is (the key of the last row, as JSON). A
-- table that is done has no row here.
CREATE TABLE text_rewrites (
  table_name TEXT PRIMARY KEY,
  after_json TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO text_rewrites (table_name, after_json)
SELECT 'lead_submissions', '[0,0]' WHERE EXISTS (SELECT 1 FROM lead_submissions);
INSERT INTO text_rewrites (table_name, after_json) SELECT 'events', '[0,""]' WHERE EXISTS (SELECT 1 FROM events);
