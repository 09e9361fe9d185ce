-- Whether a form takes a person for the known one although what both sides say contradicts it. 1 guards, 0 does not; NULL: as the
-- installation says (IDENTITY_GUARD).
ALTER TABLE forms ADD COLUMN identity_guard INTEGER CHECK (identity_guard IN (0, 1));
